"""A file of the site: where it goes, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFile:
    path: str
    """Relative to the folder of pages, such as massnahmen/zwoenitz/erzmobil.md."""
    content: str | bytes
    finished: bool = False
    """Goes beside the built pages as it is: Markdown to be read as Markdown, which is not to become a page."""

    @property
    def data(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content.encode()


def handed_over(name: str, data: str) -> SiteFile:
    """Data (JSON) as a script that puts them where scripts find them by name: pages opened from a folder can load nothing else."""
    return SiteFile(f"{name}.js", f'(globalThis.wissensspeicherData ??= {{}})["{name}"] =\n{data}\n;\n')
