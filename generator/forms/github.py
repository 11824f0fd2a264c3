"""Issue forms for GitHub."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generator.files import SiteFile
from generator.forms.questions import RULES, Form, Question

FOLDER = ".github/ISSUE_TEMPLATE"
MADE = "# Erzeugt aus generator/records mit „make vorlagen“. Änderungen hier gehen verloren.\n"


def files(forms: tuple[Form, ...]) -> Iterator[SiteFile]:
    for form in forms:
        body = [{"type": "markdown", "attributes": {"value": f"{form.about} {RULES}"}}, *map(_element, form.questions)]
        said = {"name": form.name, "description": form.about, "title": form.subject, "body": body}
        yield SiteFile(f"{FOLDER}/{form.id}.yml", MADE + _yaml(said))
    yield SiteFile(f"{FOLDER}/config.yml", MADE + _yaml({"blank_issues_enabled": True}))


def _element(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.title, "description": question.help}
    if question.choices:
        kind, attributes["options"] = "dropdown", list(question.choices)
        if question.many:
            attributes["multiple"] = True
    else:
        kind = "textarea" if question.long or question.many else "input"
        if question.example:
            attributes["placeholder"] = question.example
    return {"type": kind, "id": question.id, "attributes": attributes, "validations": {"required": question.needed}}


def _yaml(value: Any) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120))
