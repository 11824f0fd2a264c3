"""The last touch to every built page: what belongs into its head, the names of its assets, and its policy."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property

from generator.addresses import address_of
from generator.assets import Assets
from generator.records.fields import Record
from generator.remembering.digests import Digests
from generator.security import protected

_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|right|center);"')
_HEAD_END = "</head>"


@dataclass
class Finisher:
    assets: Assets
    with_policy: bool = True
    """Not in the live preview, whose reloading is a script the server puts into the page."""

    @cached_property
    def key(self) -> str:
        """Changes with all that this adds to pages."""
        return Digests().of(self.assets.names, self.with_policy)

    @staticmethod
    def linked(html: str, url: str, record: Record | None = None) -> str:
        """With links to feed and data. All that can be said of a page before the assets have their names."""
        html = _ALIGNED.sub(r'<\1 class="ws-\2"', html)
        return html.replace(_HEAD_END, _links("../" * url.count("/"), record) + _HEAD_END, 1)

    def page(self, html: str) -> str:
        html = self.assets.in_page(html)
        return protected(html) if self.with_policy else html


def _links(up: str, record: Record | None) -> str:
    links = [_link("feed", "application/atom+xml", f"{up}feed.xml", "Neue und geänderte Einträge")]
    if record is not None:
        kind = record.file.partition("/")[0]
        page = posixpath.normpath(address_of(record) or "")
        links.append(_link("describedby", "application/json", f"{up}api/v1/{kind}/{record.id}.json", "Daten dieses Eintrags"))
        links.append(_link("describedby", "text/markdown", f"{up}{page}.md", "Dieser Eintrag als Markdown"))
    return "".join(links)


def _link(relation: str, media: str, address: str, title: str) -> str:
    return f'<link rel="alternate {relation}" type="{media}" href="{address}" title="{title}">\n'
