"""What MkDocs warns of while it builds, in German: contributors meet it when they rename a record or write a page by hand."""

from __future__ import annotations

import re

_ANCHOR = "Diese Sprungmarke gibt es dort nicht."
_GERMAN = [
    (re.compile(pattern, re.MULTILINE), german)
    for pattern, german in (
        (
            r"Doc file '(.+)' contains a link '(.+)', but the target(?: '.+')? is not found among documentation files\.",
            r"docs/\1: Der Verweis „\2“ führt zu keiner Seite.",
        ),
        (r"Doc file '(.+)' contains a link '(.+)', but there is no such anchor on this page\.", rf"docs/\1: Verweis „\2“: {_ANCHOR}"),
        (
            r"Doc file '(.+)' contains a link '(.+)', but the doc '.+' does not contain an anchor '.+'\.",
            rf"docs/\1: Verweis „\2“: {_ANCHOR}",
        ),
        (
            r"Doc file '(.+)' contains an (?:absolute|unrecognized relative) link '(.+)', it was left as is\.",
            r"docs/\1: Der Verweis „\2“ wird nicht geprüft. Nennen Sie die Datei der Seite, von dieser Seite aus, etwa „../daten/index.md“.",
        ),
        (
            r"The following pages exist in the docs directory, but are not included in the \"nav\" configuration:",
            r"mkdocs.yml: Weder unter nav noch unter not_in_nav stehen:",
        ),
        (r"^wissensspeicher: ", r""),  # who says it is of no use to whoever mends it
        (r"Did you mean '(.+)'\?", r"Meinten Sie „\1“?"),
        (
            r"A reference to '(.+)' is included in the 'nav' configuration, which is not found in the documentation files\.",
            r"mkdocs.yml: Die Seite „\1“ unter nav gibt es nicht.",
        ),
    )
]


def in_german(said: str) -> str:
    """What is not known here stays as MkDocs says it."""
    for english, german in _GERMAN:
        said = english.sub(german, said)
    return said
