"""Small fictitious projects to build: a configuration, a theme, records, a page by hand."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "records"


def configuration() -> dict[str, Any]:
    """Our mkdocs.yml with what it takes from the environment filled in."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = text.replace('!ENV [SITE_URL, ""]', "''").replace("!ENV [WISSENSSPEICHER_DATENSAETZE, measures]", "measures")
    loaded: dict[str, Any] = yaml.unsafe_load(text)
    return loaded


def unpublished(folder: Path) -> Path:
    """Where the real site is built as it comes, before anybody publishes it: whose it is and where its doors lead is no test's
    business. Whoever has filled that in gets a copy of the configuration without it."""
    config = configuration()
    filled_in = [value for block in ("mitmachen", "herausgeber") for key, value in config["extra"][block].items() if key not in _GIVEN]
    if not any([*filled_in, config["extra"]["repository"]]):
        return ROOT
    config["extra"] |= {"mitmachen": {}, "herausgeber": {}, "repository": ""}
    if outline := config["extra"]["umriss"]:
        config["extra"]["umriss"] = str(ROOT / outline)
    config["docs_dir"], config["theme"]["custom_dir"] = str(ROOT / config["docs_dir"]), str(ROOT / config["theme"]["custom_dir"])
    config["plugins"] = [{"wissensspeicher": {"datensaetze": str(ROOT / "measures")}}]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return folder


_GIVEN = ("zweig", "ordner")
"""What our mkdocs.yml says of a platform before there is one."""


def small_project(folder: Path, records: Path = SAMPLE, **settings: Any) -> Path:
    """Our configuration and theme, the fictitious records, three pages by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "measures").exists():
        shutil.copytree(records, folder / "measures")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    for page, up in (("leichte-sprache.md", ""), ("mitmachen/index.md", "../")):
        (folder / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / page).write_text(f"# Von Hand\n\n[Maßnahmen]({up}massnahmen/index.md)\n", "utf-8")
    ours = configuration()
    ours["extra"] |= {"vorschaubild": "", "umriss": ""}  # a picture and a map of our own, among our own files
    nav = [{"Start": "index.md"}, {"Maßnahmen": ["massnahmen/index.md", {"Handlungsfelder": "themen/index.md"}]}]
    config = ours | {"nav": nav, "not_in_nav": "/*\n"} | settings
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return folder
