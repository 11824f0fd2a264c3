"""What pages are made with, beside the records: our own code, its templates, and the versions of everything installed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pydantic

from generator.remembering.digests import Digests

_PACKAGE = Path(__file__).parent.parent
_TEMPLATES = _PACKAGE / "pages" / "templates"
_ELSEWHERE = (_TEMPLATES, _PACKAGE / "search" / "browser")
"""Templates count for the pages written with them; the scripts of the search are assets of the site."""
_NAMES_ANOTHER = re.compile(r'{%-?\s*(?:import|from|include|extends)\s+"([^"]+)"')


@cache
def code() -> str:
    """Changes with every byte of the generator and with every version of what is installed beside it."""
    files = (path for path in _PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    mine = of_files(path for path in files if not any(path.is_relative_to(folder) for folder in _ELSEWHERE))
    beside = Path(pydantic.__file__).parent.parent.glob("*.dist-info")
    return Digests().of(mine, sys.version, sorted(path.name for path in beside))


def template(name: str) -> str:
    """Changes with the template and with all that it brings in."""
    found, waiting = {}, [name]
    while waiting:
        one = waiting.pop()
        found[one] = (_TEMPLATES / one).read_text("utf-8")
        waiting += set(_NAMES_ANOTHER.findall(found[one])) - found.keys()
    return Digests().of(dict(sorted(found.items())))


def theme(folder: Path) -> str:
    """Changes with all that frames are made of. Assets are only named there, and get their names later."""
    return of_files(path for path in folder.rglob("*") if path.is_file() and path.relative_to(folder).parts[0] != "assets")


def of_files(paths: Iterable[Path]) -> str:
    return Digests().of([(path.as_posix(), path.read_bytes()) for path in sorted(paths)])
