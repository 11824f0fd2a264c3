"""A file of the site: where it goes, what is in it, and which record it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFile:
    path: str
    """Relative to the folder of pages, such as massnahmen/zwoenitz/erzmobil.md."""
    content: str
    source: str | None = None
    """The record's file, relative to the records folder, for "Angaben korrigieren"."""
