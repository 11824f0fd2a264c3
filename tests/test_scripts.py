"""Modules become scripts that do the same, in every order of loading and without a server."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.scripts import BadScript, joined, publish_in, published, slim
from tests.conftest import ROOT

MODULES = {
    "assets/list.js": "/* Shared. */\nexport const list = [];\nexport function add(one) {\n  list.push(one);\n}\n",
    "assets/words/loud.js": 'import * as all from "../list.js";\nexport const loud = (word) => { all.add(word); return word.toUpperCase(); };\n',
    "assets/one.js": 'import { add as note } from "./list.js";\nimport { loud } from "./words/loud.js";\n\nnote("a"); // noted\nglobalThis.said = loud("b");\n',
    "assets/two.js": 'import { list } from "./list.js";\n\nglobalThis.seen = [...list];\nglobalThis.here = import.meta.url;\n',
    "assets/alone.js": "export {};\nconst list = 1;\nglobalThis.alone = list;\n",
    "assets/plain.js": "/*\nimport nothing\n*/\nvar plain = 1; // as it is\n",
}


def test_what_is_imported_is_part_of_what_imports_it() -> None:
    assert set(published(MODULES)) == {"assets/one.js", "assets/two.js", "assets/alone.js", "assets/plain.js"}
    assert published(MODULES)["assets/plain.js"] == MODULES["assets/plain.js"], "what is no module stays as it is"
    assert "Shared" not in joined(MODULES, "assets/one.js")


def test_styles_travel_without_what_only_we_read() -> None:
    style = "/* Why. */\n:root {\n  --x: 1px; /* beside */\n}\n"
    assert published({"assets/a.css": style}) == {"assets/a.css": ":root {\n--x: 1px; /* beside */\n}\n"}


def test_each_part_stands_once_and_after_what_it_needs() -> None:
    text = joined(MODULES, "assets/one.js")
    places = [text.index(f'$modules["{name}"] ??=') for name in ("assets/list.js", "assets/words/loud.js", "assets/one.js")]
    assert places == sorted(places)
    assert text.count('$modules["assets/list.js"] ??=') == 1


@pytest.mark.browser
def test_scripts_of_one_page_share_their_modules(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "assets/words").mkdir(parents=True)
    for name, text in MODULES.items():
        (tmp_path / name).write_text(text, "utf-8")
    publish_in(tmp_path)
    names = ("one", "two", "alone", "plain")
    assert sorted(path.stem for path in tmp_path.rglob("*.js")) == sorted(names)
    tags = "".join(f'<script defer src="assets/{name}.js"></script>' for name in names)
    (tmp_path / "page.html").write_text(f"<!doctype html><title>x</title>{tags}", "utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    assert page.evaluate("[said, seen, alone, plain]") == ["B", ["a", "b"], 1, 1]
    assert page.evaluate("here") == (tmp_path / "assets/two.js").as_uri()
    page.close()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('import thing from "./list.js";\n', "import thing from"),
        ('import { x } from "https://elsewhere.example/x.js";\n', "elsewhere"),
        ("export default 1;\n", "export default 1"),
        ("export let changing = 1;\n", "export let"),
        ("export const text = `one\n  two`;\n", "verlöre seine Einrückung"),
        ('import { x } from "./missing.js";\n', "„assets/missing.js“ gibt es nicht"),
        ('import { x } from "./entry.js";\n', "im Kreis: assets/entry.js → assets/entry.js"),
    ],
)
def test_what_cannot_be_joined_is_said(text: str, said: str) -> None:
    with pytest.raises(BadScript, match=said):
        published(MODULES | {"assets/entry.js": text, "assets/main.js": 'import { x } from "./entry.js";\n'})


def test_no_script_of_ours_asks_by_ways_that_a_folder_lacks() -> None:
    """`fetch` and `import()` work behind a server only; `dataOf` and `run` of site.js work everywhere."""
    ours = [*ROOT.glob("overrides/assets/**/*.js")]
    assert len(ours) > 20
    assert [
        path.name for path in ours if any(word in slim(path.read_text("utf-8")) for word in ("fetch(", " import(", "XMLHttpRequest"))
    ] == []
