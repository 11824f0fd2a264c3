"""Draws the picture that other websites show beside a link to us, once, as a file to keep: `python -m tests.sharing_picture`.

Open Graph asks for pixels. A library that draws them would be a dependency of every build, with fonts that differ
from machine to machine; one small file that changes with the name of the site does the same for nothing.
"""

from __future__ import annotations

import base64
import sys
from html import escape

from playwright.sync_api import sync_playwright

from generator.pictures.germany import WIDTH, height
from generator.pictures.map import map_of_projects
from generator.publication import Publication
from generator.site import load
from tests.conftest import RECORDS, ROOT, chromium_path
from tests.projects import configuration

PICTURE = ROOT / "docs/assets/teilen.png"
SIZE = {"width": 1200, "height": 630}

PAGE = """<!doctype html><html lang="de"><meta charset="utf-8"><style>
body {{ margin: 0; width: 1200px; height: 630px; background: #10324d; color: #fff; font-family: "DejaVu Sans", sans-serif; overflow: hidden; }}
h1 {{ position: absolute; left: 72px; top: 150px; width: 640px; margin: 0; font-size: 66px; line-height: 1.15; letter-spacing: -1px; }}
p {{ position: absolute; left: 72px; top: 350px; margin: 0; width: 600px; font-size: 31px; line-height: 1.4; color: #cfe3f2; }}
i {{ position: absolute; left: 72px; top: 108px; width: 96px; height: 10px; background: #f2b544; }}
svg {{ position: absolute; right: 60px; top: 25px; height: 580px; width: {width}px; }}
figcaption, title {{ display: none; }} figure {{ margin: 0; }}
.land {{ fill: #1c4a6e; stroke: #10324d; stroke-width: 2; }} .flaeche {{ fill: none; }} .punkt {{ fill: #f2b544; }} .strich {{ stroke: none; }}
</style><i></i><h1>{name}</h1>
<p>{description}</p>{map}</html>"""


def main() -> None:
    catalogue, _ = load(RECORDS)
    publication = Publication.of(configuration())
    page = PAGE.format(
        width=round(580 * WIDTH / height(publication.outline)),
        name=escape(publication.name),
        description=escape(publication.description),
        map=map_of_projects(catalogue, "index.md", outline=publication.outline),
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        tab = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        tab.goto("data:text/html;base64," + base64.b64encode(page.encode()).decode())
        PICTURE.write_bytes(tab.screenshot())
        browser.close()
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size} Bytes\n")


if __name__ == "__main__":
    main()
