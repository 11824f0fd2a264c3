"""The addresses of the last release. `make addresses` writes them anew from the built site."""

from __future__ import annotations

import sys
from pathlib import Path

ADDRESSES = Path(__file__).parent / "addresses.txt"
_DATA = ("feed.xml", "llms.txt", "api/v1/*.*", "api/v1/schema/*.json", "daten/*.csv", "daten/*.xlsx")


def addresses_of(site: Path) -> list[str]:
    """Every page and every file others build on. The data of single records move and stay with their pages."""
    pages = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    data = (path.relative_to(site).as_posix() for pattern in _DATA for path in site.glob(pattern))
    return sorted([*(f"{page}/" for page in pages), *data])


if __name__ == "__main__":
    site = Path("site")
    if not (site / "index.html").is_file():
        sys.exit("Bauen Sie zuerst die Website: make site")
    ADDRESSES.write_text("\n".join(addresses_of(site)) + "\n", "utf-8")
