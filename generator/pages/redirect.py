"""A page that leads from an old address to the new one, by itself and with a link for whoever waits."""

from __future__ import annotations

import posixpath
from html import escape

from generator.files import SiteFile
from generator.records.fields import Record

_PAGE = """<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="description" content="Diese Seite ist umgezogen.">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{address}">
</head>
<body>
<h1>{title}</h1>
<p>Diese Seite ist umgezogen: <a href="{address}">{title}</a></p>
</body>
</html>
"""


def redirect(old: str, new: str, record: Record) -> SiteFile:
    """`old` and `new` are the files of pages, such as massnahmen/a/b.md."""
    here = old.removesuffix(".md")
    address = posixpath.relpath(new.removesuffix(".md"), here) + "/"
    title = escape(str(getattr(record, "titel", record.id)))
    return SiteFile(f"{here}/index.html", _PAGE.format(title=title, address=escape(address)))
