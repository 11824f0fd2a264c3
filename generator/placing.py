"""Puts everything that is no page in its place: among MkDocs' files where something may refer to it, else straight into the site."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.assets import FOLDER, Assets
from generator.files import SiteFile
from generator.scripts import PUBLISHED, BadScript, published
from generator.security import protected


def write(file: SiteFile, folder: Path, before: Path | None = None) -> None:
    """What the old site has in the same bytes is not written again but taken along: that is several times as fast."""
    path, data = folder / file.path, file.data
    if before is None or not taken_along(before / file.path, lambda old: old == data, path):
        _in_its_folder(path, lambda: path.write_bytes(data))


def taken_along(old: Path, is_same: Callable[[bytes], bool], new: Path) -> bool:
    """The old file under its new name, if it holds what it should."""
    try:
        with open(old, "rb", buffering=0, opener=_no_link) as file:
            found = file.read()
        if not is_same(found):
            return False
        _in_its_folder(new, lambda: os.link(old, new))
    except OSError:  # there is none, or the file system has no second names for files
        return False
    return True


def _in_its_folder(path: Path, put: Callable[[], object]) -> None:
    """Most folders are there already; to look first would take as long as to put."""
    try:
        put()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        put()


def _no_link(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))


def written(made: SiteFile, folder: Path, with_policy: bool, before: Path | None = None) -> SiteFile:
    """Only assets go through MkDocs' hands: their names are to be found. The rest is written at once, and known by name."""
    if made.path.startswith(FOLDER):
        return made
    is_page = made.path.endswith(".html") and with_policy
    write(SiteFile(made.path, protected(str(made.content)) if is_page else made.content), folder, before)
    return SiteFile(made.path, "", finished=made.finished)


def add(products: Iterable[SiteFile], files: Files, config: MkDocsConfig) -> Assets:
    """Make them known to MkDocs, so that pages may link to them; not Markdown that is no page. Returns the assets' new names."""
    for product in products:
        if not product.finished:
            kind = File if product.path.startswith(FOLDER) else _Written
            files.append(kind.generated(config, product.path, content=product.content, inclusion=InclusionLevel.INCLUDED))
    return _named_by_content(files, config)


class _Written(File):
    """A file that stands in the site already."""

    def copy_file(self, dirty: bool = False) -> None: ...


def _named_by_content(files: Files, config: MkDocsConfig) -> Assets:
    """Take the assets out and put them back under the names of their content, without the theme's, which no page loads."""
    found = {file.src_uri: file for file in files if file.src_uri.startswith(FOLDER)}
    kept = {name: file.content_bytes for name, file in found.items() if not _from_theme(file, config)}
    assets = Assets(_for_browsers(kept, found, config), _mentions(config))
    for file in found.values():
        files.remove(file)
    for name, content in assets.content.items():
        files.append(File.generated(config, name, content=content, inclusion=InclusionLevel.INCLUDED))
    return assets


def _for_browsers(contents: dict[str, bytes], files: dict[str, File], config: MkDocsConfig) -> dict[str, bytes]:
    """What a publisher adds beside the pages stays as it is; our own modules are joined, our own styles slimmed."""
    names = [name for name in contents if name.endswith(PUBLISHED) and _lies_in(files[name], [config.theme.custom_dir])]
    try:
        texts = published({name: contents[name].decode() for name in names})
    except BadScript as error:
        raise PluginError(str(error)) from None
    rest = {name: content for name, content in contents.items() if name not in names}
    return rest | {name: text.encode() for name, text in texts.items()}


def _from_theme(file: File, config: MkDocsConfig) -> bool:
    """Our frame stands on its own: scripts, styles and pictures of the theme below it are needless."""
    return _lies_in(file, [folder for folder in config.theme.dirs if folder != config.theme.custom_dir])


def _lies_in(file: File, folders: Iterable[str | None]) -> bool:
    path = Path(file.abs_src_path) if file.abs_src_path else None
    return path is not None and any(path.is_relative_to(folder) for folder in folders if folder)


def _mentions(config: MkDocsConfig) -> str:
    """Every text of configuration and templates that may name an asset."""
    templates = sorted(Path(config.theme.custom_dir).rglob("*.html")) if config.theme.custom_dir else []
    named = [
        *config.extra_css,
        *config.extra_javascript,
        config.theme.get("logo"),
        config.theme.get("favicon"),
        config.extra.get("vorschaubild"),
    ]
    return "\n".join([*(path.read_text("utf-8") for path in templates), *map(str, named)])
