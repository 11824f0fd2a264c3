"""Characters that nobody sees, or that make others look like something else: in no record, and in no message as they are."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, which move the cursor of a terminal and break XML
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0"  # without a width
    "\u2028-\u202e"  # other ends of lines, and writing in the other direction
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"  # no characters
)


_UNSEEN = re.compile(rf"{HIDDEN.pattern}|[\t\n]")


def visible(text: str) -> str:
    """On one line, with every hidden character written out: \\u202e."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
