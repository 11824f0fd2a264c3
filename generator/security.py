"""What a browser may do on our pages: load our own files, and nothing else.

The policy is the same for every page and knows no exceptions. Were it to permit what it finds inside the pages, it would
permit what an attacker got into them.
"""

from __future__ import annotations

import re

_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",  # the theme's icons are drawn as data: masks
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
POLICY = "; ".join(_RULES)
IN_HEADER = f"{POLICY}; frame-ancestors 'none'"
"""Who may frame a page can be said in a header only."""


def protected(html: str) -> str:
    """The page with its policy, before anything the policy speaks of."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return _CHARSET.sub(lambda charset: charset[0] + meta, html, count=1)
