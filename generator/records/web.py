"""What an address on the internet may be: whole, and of letters that cannot be taken for others."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

_ADDRESS = re.compile(r"https?://([^\s/?#@:\\<>\"{}|^`]+)(:\d{1,5})?([/?#][^\s<>\"\\^`{|}]*)?", re.IGNORECASE)
_OURS = re.compile("[à-öø-ÿß]", re.IGNORECASE)
"""Letters beside a to z that German names are written with. Others look like them: the Cyrillic а is no a."""
_LACKS_ITS_BEGINNING = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w./?=&%-]*)?", re.IGNORECASE | re.ASCII)


def is_address(value: str) -> bool:
    return _wrong(value) is None


def checked_address(value: str) -> str:
    if wrong := _wrong(value):
        raise PydanticCustomError("adresse", "{wrong}", {"wrong": wrong})
    return value


def _wrong(value: str) -> str | None:
    """What is wrong with it."""
    found = _ADDRESS.fullmatch(value)
    if not found:
        meant = f". Meinten Sie „https://{value}“?" if _LACKS_ITS_BEGINNING.fullmatch(value) else ""
        return f"ist keine Internetadresse; erlaubt sind vollständige Adressen, die mit https:// oder http:// beginnen{meant}"
    try:
        host = ".".join(part[4:].encode().decode("punycode") if part[:4].lower() == "xn--" else part for part in found[1].split("."))
    except UnicodeError:
        return "enthält einen Namen mit „xn--“, den es nicht geben kann"
    if strange := next((sign for sign in host if not sign.isascii() and not _OURS.fullmatch(sign)), None):
        return (
            f"hat im Namen des Servers das Zeichen „{strange}“ (U+{ord(strange):04X}), das sich mit einem anderen verwechseln lässt; "
            "erlaubt sind lateinische Buchstaben, auch ä, ö, ü und ß, Ziffern und Bindestriche"
        )
    return None
