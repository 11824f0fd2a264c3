"""What a browser may do on our pages: run our files and the few scripts inside the pages whose hashes we name, nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

_INLINE = re.compile(r"<(script|style)(?![^>]*\ssrc=)([^>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\stype=["']?(?!text/javascript|module|text/css)[\w.+-]+/""", re.IGNORECASE)
"""A script element that holds data runs nothing and needs no permission."""
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)


class Inline(NamedTuple):
    """The hashes of what stands inside pages, in the form a policy names them."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def __or__(self, other: object) -> Inline:
        assert isinstance(other, Inline)
        return Inline(self.scripts | other.scripts, self.styles | other.styles)


def inline(html: str) -> Inline:
    found: dict[str, set[str]] = {"script": set(), "style": set()}
    for kind, attributes, content in _INLINE.findall(html):
        if not _DATA.search(attributes):
            found[kind.lower()].add(_hash(content))
    return Inline(frozenset(found["script"]), frozenset(found["style"]))


@cache
def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def policy(allowed: Inline, in_header: bool = False) -> str:
    """The Content-Security-Policy. Who may frame a page can be said in a header only."""
    rules = [
        "default-src 'none'",
        _rule("script-src 'self'", allowed.scripts),
        _rule("style-src 'self'", allowed.styles),
        "img-src 'self' data:",  # the theme's icons are drawn as data: masks
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        *(["frame-ancestors 'none'"] if in_header else []),
    ]
    return "; ".join(rules)


def _rule(start: str, hashes: Iterable[str]) -> str:
    return " ".join([start, *sorted(hashes)])


def protected(html: str) -> str:
    """The page with its policy, before anything the policy speaks of."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(inline(html))}">'
    return _CHARSET.sub(lambda charset: charset[0] + meta, html, count=1)
