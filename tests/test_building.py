"""From records to a site: complete or not at all, by every way that is promised."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, ConsoleMessage

from tests.conftest import ROOT, served
from tests.killing import fingerprint, kill_builds, start
from tests.projects import configuration, small_project


@pytest.fixture
def project(tmp_path: Path, sample: Path) -> Path:
    """A whole small Wissensspeicher: our configuration and theme, the fictitious records, three pages by hand."""
    return small_project(tmp_path)


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False, env=os.environ | environment)


def commands(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "generator.cli", *words)


def test_build_writes_a_whole_site_and_says_so(project: Path) -> None:
    done = commands(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "Seiten" in done.stdout
    assert (project / "site/massnahmen/musterstadt/stadt-app/index.html").is_file()
    assert sorted(path.name for path in project.iterdir()) == [".cache", "docs", "measures", "mkdocs.yml", "overrides", "site"], (
        "no rubbish"
    )


def test_a_changed_text_changes_only_the_files_that_say_it(project: Path) -> None:
    """Whoever uploads a site compares files: a sentence more in one record is not to cost a thousand pages."""
    commands(project, "build")
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    record = project / "measures/massnahmen/musterstadt/stadt-app.yml"
    record.write_text(record.read_text("utf-8").replace("1.500-mal", "9.876-mal"), "utf-8")
    commands(project, "build")
    changed = {path.relative_to(project / "site").as_posix() for path, data in before.items() if path.read_bytes() != data}
    assert {path for path in changed if path.endswith(".html")} == {"massnahmen/musterstadt/stadt-app/index.html"}
    assert len(changed) < 12, sorted(changed)


def test_bad_records_leave_the_old_site_as_it_was(project: Path) -> None:
    commands(project, "build")
    page = project / "site/massnahmen/musterstadt/stadt-app/index.html"
    before = page.read_bytes()
    record = project / "measures/massnahmen/musterstadt/stadt-app.yml"
    record.write_text(record.read_text("utf-8").replace("umgesetzt", "fertig"), "utf-8")
    done = commands(project, "build")
    assert done.returncode == 1
    assert "measures/massnahmen/musterstadt/stadt-app.yml:14:9: Fehler: status: „fertig“" in done.stderr
    assert done.stderr.endswith("\nDie bisherige Website ist unverändert.\n")
    assert "Traceback" not in done.stderr
    assert page.read_bytes() == before


def test_strict_stops_at_a_dead_link(project: Path) -> None:
    (project / "docs/leichte-sprache.md").write_text("# Start\n\n[weg](gibt-es-nicht.md)\n", "utf-8")
    assert commands(project, "build").returncode == 0
    done = commands(project, "build", "--strict")
    assert done.returncode == 1
    assert "docs/leichte-sprache.md: Der Verweis „gibt-es-nicht.md“ führt zu keiner Seite." in done.stderr
    assert (project / "site").is_dir(), "the site of the build before"


def test_what_mkdocs_warns_of_is_said_in_german(project: Path) -> None:
    """Also of pages in no menu, whether somebody wrote them or a module makes them: MkDocs overlooks those that we hand it whole."""
    (project / "docs/neu.md").write_text(
        "---\ntitle: Neu\n---\n\n[a](weg.md) [b](#weg) [c](leichte-sprache.md#weg) [d](../suche)\n", "utf-8"
    )
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config |= {"nav": [*config["nav"], {"Fort": "fort.md"}], "not_in_nav": "/*\n!/neu.md\n!/netzwerk/\n"}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    said = commands(project, "build").stderr
    assert said[said.index("Warnung") :].splitlines() == [
        "Warnung: mkdocs.yml: Die Seite „fort.md“ unter nav gibt es nicht.",
        "Warnung: mkdocs.yml: Weder unter nav noch unter not_in_nav stehen:",
        "  - neu.md",
        "  - netzwerk/index.md",
        "Warnung: docs/neu.md: Der Verweis „weg.md“ führt zu keiner Seite.",
        "Warnung: docs/neu.md: Der Verweis „../suche“ wird nicht geprüft. Nennen Sie die Datei der Seite, von dieser Seite aus, etwa „../daten/index.md“.",
        "Warnung: docs/neu.md: Verweis „#weg“: Diese Sprungmarke gibt es dort nicht.",
        "Warnung: docs/neu.md: Verweis „leichte-sprache.md#weg“: Diese Sprungmarke gibt es dort nicht.",
    ]


@pytest.mark.parametrize("command", [["build"], ["pages", "seiten"]], ids=" ".join)
def test_a_script_that_cannot_be_joined_is_named(project: Path, command: list[str]) -> None:
    with (project / "overrides/assets/sort.js").open("a", encoding="utf-8") as file:
        file.write("\nexport default 1;\n")
    done = commands(project, *command)
    assert done.returncode == 1
    assert "assets/sort.js: „export default 1;“ lässt sich nicht zusammenfügen." in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_id_leads_to_the_new_address(project: Path) -> None:
    commands(project, "build")
    page = (project / "site/massnahmen/musterstadt/app/index.html").read_text("utf-8")
    assert 'http-equiv="refresh" content="0; url=../stadt-app/"' in page


def test_mkdocs_alone_runs_the_plugin(project: Path) -> None:
    done = run(project, "mkdocs", "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stderr
    assert (project / "site/modellprojekte/musterstadt/index.html").is_file()


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_pages_are_built_without_our_plugin(project: Path, builder: str) -> None:
    """Wherever the publisher keeps the theme."""
    (project / "overrides").rename(project / "rahmen")
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["custom_dir"] = "rahmen"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    done = commands(project, "pages", "seiten")
    assert done.returncode == 0, done.stderr
    built = run(project / "seiten", builder, "build", *(["--strict"] if builder == "mkdocs" else []))
    assert built.returncode == 0, built.stdout + built.stderr
    page = (project / "seiten/site/massnahmen/musterstadt/stadt-app/index.html").read_text("utf-8")
    assert "Stadt-App mit Mängelmelder" in page
    assert 'href="../../../modellprojekte/musterstadt/"' in page


def test_pages_are_written_again_but_never_over_something_else(project: Path) -> None:
    assert commands(project, "pages", "seiten").returncode == 0
    (project / "seiten/docs/alt.md").write_text("# Alt\n", "utf-8")
    assert commands(project, "pages", "seiten").returncode == 0
    assert not (project / "seiten/docs/alt.md").exists()
    for folder in (".", "measures"):
        done = commands(project, "pages", folder)
        assert done.returncode == 1
        assert "keine früher geschriebenen Seiten" in done.stderr
    assert (project / "docs/leichte-sprache.md").is_file(), "a project is no folder of pages, though it has a mkdocs.yml"
    (project / "anderes").mkdir()
    (project / "anderes/wichtig.txt").write_text("wichtig", "utf-8")
    done = commands(project, "pages", "anderes")
    assert done.returncode == 1
    assert "nicht leer" in done.stderr
    assert (project / "anderes/wichtig.txt").read_text("utf-8") == "wichtig"


def test_zensical_builds_pages_styles_and_data(project: Path) -> None:
    """What docs/mitmachen/wartung.md says works with Zensical."""
    assert commands(project, "pages", "seiten").returncode == 0
    folder = project / "seiten"
    built = run(folder, "zensical", "build")
    assert built.returncode == 0, built.stdout + built.stderr
    shutil.copytree(folder / "beilagen", folder / "site", dirs_exist_ok=True)
    site = folder / "site"
    page = (site / "massnahmen/musterstadt/stadt-app/index.html").read_text("utf-8")
    assert "../../../assets/bilder.css" in page
    start = (site / "index.html").read_text("utf-8")
    assert f"<title>{configuration()['site_name']}</title>" in start, "it is known as the first page"
    assert '<header class="ws-kopf ws-kopf-schmal">' in start
    for file in (
        "assets/bilder.css",
        "api/v1/massnahmen.json",
        "daten/massnahmen.xlsx",
        "feed.xml",
        "massnahmen/musterstadt/stadt-app.md",
        ".well-known/security.txt",
    ):
        assert (site / file).is_file(), file
    assert "Diese Seite gibt es nicht" in (site / "404.html").read_text("utf-8")
    assert "../stadt-app/" in (site / "massnahmen/musterstadt/app/index.html").read_text("utf-8"), "an old address"
    targets = re.findall(r'<a[^>]*href="([^":#?]+/)"', page[page.index("<h1") : page.index("</main>")])
    assert len(targets) > 5
    assert [target for target in targets if not (site / "massnahmen/musterstadt/stadt-app" / target / "index.html").is_file()] == []


def heard(said: list[str], message: ConsoleMessage) -> None:
    said.append(message.text)


@pytest.mark.browser
def test_what_zensical_built_searches_notes_and_filters(project: Path, chromium: Browser) -> None:
    """Behind a server and from a folder, with nothing on the console."""
    for name in ("suche.md", "merkliste.md"):
        text = (ROOT / "docs" / name).read_text("utf-8")
        (project / "docs" / name).write_text(re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", text), "utf-8")  # its links lead to pages by hand
    assert commands(project, "pages", "seiten").returncode == 0
    assert run(project / "seiten", "zensical", "build").returncode == 0
    site = project / "seiten/site"
    with served(site) as host:
        for start, end in ((host, "/"), (site.as_uri(), "/index.html")):
            context = chromium.new_context()
            page = context.new_page()
            said: list[str] = []
            page.on("console", partial(heard, said))
            page.goto(f"{start}/suche{end}?q=Mängelmelder")
            page.locator("#treffer [data-record='massnahmen/musterstadt/stadt-app'] h2 a").click()
            page.get_by_role("button", name="Merken: Stadt-App").click()
            page.locator(".ws-meldung").get_by_role("link", name="Merkliste").click()
            page.locator("tr[data-record='massnahmen/musterstadt/stadt-app']").wait_for()
            page.goto(f"{start}/modellprojekte{end}")
            page.locator("[data-filter] input").first.check()
            page.goto(f"{start}/meine-kommune{end}?groesse=kleinstadt")
            page.locator("#ergebnis").wait_for()
            context.close()
            assert said == []


# --- whatever happens to a build --------------------------------------------------------------------------------------


def left_in(project: Path) -> list[str]:
    return sorted(path.name for path in project.iterdir())


WHOLE = [".cache", "docs", "measures", "mkdocs.yml", "overrides", "site"]


def test_killed_builds_leave_the_old_site_whole_and_no_rubbish(project: Path) -> None:
    """A few of what `python -m tests.killing` does by the dozen."""
    _, wrong = kill_builds(project, times=4)
    assert wrong == []
    assert left_in(project) == WHOLE


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set the POSIX way")
def test_a_build_that_cannot_write_on_says_so_and_tidies_up(project: Path) -> None:
    """A limit on the size of files stands in for a full disk: writing fails in the middle."""
    commands(project, "build")
    before = fingerprint(project / "site")
    program = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)); from generator.cli import main; sys.argv = ['w', 'build']; main()"
    done = subprocess.run([sys.executable, "-c", program], cwd=project, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Abgebrochen: "), done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprint(project / "site") == before
    assert left_in(project) == WHOLE


def test_two_builds_at_once_do_not_harm_each_other(project: Path) -> None:
    commands(project, "build")
    before = fingerprint(project / "site")
    both = [start(project), start(project)]
    assert [process.wait(120) for process in both] == [0, 0]
    assert fingerprint(project / "site") == before
    assert left_in(project) == WHOLE


@pytest.mark.parametrize(("target", "file"), [("docs", "leichte-sprache.md"), ("overrides", "404.html"), (".", "mkdocs.yml")])
def test_a_folder_that_is_no_site_is_never_replaced(project: Path, target: str, file: str) -> None:
    done = commands(project, "build", "--site", target)
    assert done.returncode == 1
    assert "keine früher gebaute Website" in done.stderr
    assert (project / target / file).is_file()


def test_a_build_tells_its_steps_in_plain_lines_and_sums_up(project: Path) -> None:
    done = commands(project, "build")
    assert done.stderr.splitlines() == [
        "→ Datensätze lesen und prüfen",
        "→ Seiten und Daten erzeugen",
        "→ Seiten umwandeln",
        "→ Seiten schreiben",
        "→ Daten schreiben",
        "→ Alte Website austauschen",
    ]
    lines = done.stdout.splitlines()
    assert lines[0] == "Fertig: site/"
    assert [line.split()[0] for line in lines[1:]] == ["Seiten", "Datensätze", "Dateien", "Dauer", "Warnungen"]
    assert lines[2] == "  Datensätze  36, Stand 2025-03"


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made the POSIX way")
def test_on_a_terminal_a_bar_shows_how_far_it_is(project: Path) -> None:
    ours, theirs = os.openpty()
    words = [sys.executable, "-m", "generator.cli", "build"]
    build = subprocess.Popen(words, cwd=project, stdout=subprocess.DEVNULL, stderr=theirs, env=os.environ | {"TERM": "xterm"})
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # how Linux says that nobody writes any more
        while piece := os.read(ours, 65536):
            shown += piece
    os.close(ours)
    assert build.wait() == 0
    assert "→" not in shown.decode()
    for step in ("Seiten umwandeln", "Seiten schreiben", "Alte Website austauschen"):
        assert re.search(rf"{step} .*━.*100%", shown.decode()), step
