"""Files named by their content, and everything that leads to them."""

from __future__ import annotations

import re

from generator.assets import Assets

FILES = {
    "assets/bild.png": b"png",
    "assets/stil.css": b"a { background: url(./bild.png) } b { background: url(data:image/png;base64,x) }",
    "assets/start.js": b'import { a } from "./teile/a.js"; const parts = { x: "./spaeter.js" }; new URL("../", import.meta.url)',
    "assets/teile/a.js": b'export const a = fetch(new URL("../daten.json", import.meta.url))',
    "assets/spaeter.js": b"export {}",
    "assets/daten.json": b"{}",
    "assets/suche/kurz-0.js": b"hand over",
    "assets/suche/suche.js": b"load(`kurz-${number}.js`)",
}
MENTIONS = "{{ 'assets/stil.css' | url }} assets/start.js assets/suche/suche.js"


def made(**changes: bytes) -> Assets:
    return Assets(
        FILES
        | {
            f"assets/{name.replace('__', '/').replace('_js', '.js').replace('_json', '.json')}": content
            for name, content in changes.items()
        },
        MENTIONS,
    )


def test_renamed_is_what_somebody_names_in_full() -> None:
    assert set(made().names) == {
        "assets/stil.css", "assets/bild.png", "assets/start.js", "assets/teile/a.js", "assets/spaeter.js", "assets/daten.json", "assets/suche/suche.js",
    }  # fmt: skip
    assert all(re.search(r"\.[0-9a-f]{10}\.\w+$", new) for new in made().names.values())
    assert "assets/suche/kurz-0.js" in made().content, "its name is put together in the browser"


def test_files_lead_to_each_other_by_their_new_names() -> None:
    assets = made()
    start = assets.content[assets.names["assets/start.js"]].decode()
    assert f'"./{assets.names["assets/teile/a.js"].removeprefix("assets/")}"' in start
    assert f'"./{assets.names["assets/spaeter.js"].removeprefix("assets/")}"' in start
    assert 'new URL("../", import.meta.url)' in start
    assert f'"../{assets.names["assets/daten.json"].removeprefix("assets/")}"' in assets.content[assets.names["assets/teile/a.js"]].decode()
    style = assets.content[assets.names["assets/stil.css"]].decode()
    assert f"url(./{assets.names['assets/bild.png'].removeprefix('assets/')})" in style
    assert "data:image/png;base64,x" in style


def test_a_name_changes_with_all_that_lies_behind_it_and_with_nothing_else() -> None:
    before, after = made().names, made(daten_json=b"{1}").names
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"assets/daten.json", "assets/teile/a.js", "assets/start.js"}


def test_pages_get_the_new_names_in_attributes_only() -> None:
    new = made().names["assets/stil.css"]
    page = '<link href="../../assets/stil.css"><a href="/k/assets/stil.css?x">x</a><code>overrides/assets/stil.css</code>'
    assert made().in_page(page) == f'<link href="../../{new}"><a href="/k/{new}?x">x</a><code>overrides/assets/stil.css</code>'
