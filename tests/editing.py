"""Edits a small Wissensspeicher again and again, and compares each build with one that remembers nothing.

`python -m tests.editing [TIMES] [SEED]` in the repository. Edited are records (texts, new ones, renamed and deleted
ones), vocabularies, templates, the theme, pages by hand, the configuration and the generator's own code, which is
copied for that. An edit that the check refuses is taken back and another one tried.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.killing import fingerprint
from tests.projects import ROOT, small_project

Edit = Callable[[Path, random.Random, int], None]
_TEXT = re.compile(r"^( *(?:- )?(?:titel|kurz|name|beschreibung|herausforderung|text|betrieb): )([A-ZÄÖÜ].*)$", re.MULTILINE)
_TERM = re.compile(r"^( *(?:- )?name: )(.+)$", re.MULTILINE)


def _pick(folder: Path, chance: random.Random, pattern: str) -> Path:
    return chance.choice(sorted(folder.glob(pattern)))


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def _change(file: Path, pattern: re.Pattern[str], chance: random.Random, words: str) -> None:
    text = file.read_text("utf-8")
    if found := list(pattern.finditer(text)):
        line = chance.choice(found)
        file.write_text(f"{text[: line.start()]}{line[1]}{words} {line[2]}{text[line.end() :]}", "utf-8")


def change_a_text(project: Path, chance: random.Random, number: int) -> None:
    _change(_pick(project, chance, "measures/*[!v]*/**/*.*"), _TEXT, chance, f"Ausgabe{number}")


def change_a_term(project: Path, chance: random.Random, number: int) -> None:
    _change(_pick(project, chance, "measures/vokabular/*.yml"), _TERM, chance, f"Begriff{number}")


def add_a_record(project: Path, chance: random.Random, number: int) -> None:
    old = _pick(project, chance, "measures/massnahmen/*/*.yml")
    text = re.sub(r"^frueher:\n(?:[ -].*\n)*", "", old.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^titel: .*$", f"titel: Vorhaben {number} {chance.choice(['Brücke', 'Wiese', 'Turm'])}", text, flags=re.MULTILINE)
    old.with_name(f"vorhaben-{number}.yml").write_text(text, "utf-8")


def rename_a_record(project: Path, chance: random.Random, number: int) -> None:
    old = _pick(project, chance, "measures/massnahmen/*/*.yml")
    before, after = f"{old.parent.name}/{old.stem}", f"{old.parent.name}/{old.stem.split('-x')[0]}-x{number}"
    old.rename(old.with_stem(after.partition("/")[2]))
    for file in project.glob("measures/**/*.*"):
        text = file.read_text("utf-8")
        if before in text:
            file.write_text(text.replace(before, after), "utf-8")


def delete_a_record(project: Path, chance: random.Random, number: int) -> None:
    _pick(project, chance, "measures/[!vp]*/**/*.*").unlink()


def change_a_template(project: Path, chance: random.Random, number: int) -> None:
    _append(_pick(project, chance, "generator/pages/templates/[!_]*.jinja"), f"\n\nZusatz {number}.\n")


def change_the_macros(project: Path, chance: random.Random, number: int) -> None:
    file = project / "generator/pages/templates/_macros.md.jinja"
    file.write_text(file.read_text("utf-8").replace("{% macro", f"{{# {number} #}}{{% macro", 1), "utf-8")


def change_the_theme(project: Path, chance: random.Random, number: int) -> None:
    _append(_pick(project, chance, "overrides/partials/*.html"), f"<!-- {number} -->\n")


def change_a_style(project: Path, chance: random.Random, number: int) -> None:
    _append(_pick(project, chance, "overrides/assets/*.css"), f"/* {number} */\n")


def change_a_page_by_hand(project: Path, chance: random.Random, number: int) -> None:
    _append(_pick(project, chance, "docs/**/*.md"), f"\nNachtrag {number}.\n")


def change_the_configuration(project: Path, chance: random.Random, number: int) -> None:
    file = project / "mkdocs.yml"
    text = file.read_text("utf-8")
    name, value = chance.choice([("site_name", f"Speicher {number}"), ("repository", f"https://example.org/{number}")])
    file.write_text(re.sub(rf"^( *){name}: .*$", rf"\g<1>{name}: {value}", text, flags=re.MULTILINE), "utf-8")


def change_the_code(project: Path, chance: random.Random, number: int) -> None:
    file = project / "generator/pages/massnahmen.py"
    file.write_text(re.sub(r"nach Handlungsfeld\w*", f"nach Handlungsfeld{number}", file.read_text("utf-8")), "utf-8")


EDITS: tuple[tuple[Edit, int], ...] = (
    (change_a_text, 8),
    (change_a_term, 3),
    (add_a_record, 2),
    (rename_a_record, 3),
    (delete_a_record, 2),
    (change_a_template, 2),
    (change_the_macros, 1),
    (change_the_theme, 1),
    (change_a_style, 1),
    (change_a_page_by_hand, 1),
    (change_the_configuration, 1),
    (change_the_code, 1),
)
"""Every edit, and how often it comes."""


class Workshop:
    """A project with its own copy of the generator, so that this can be edited too."""

    def __init__(self, folder: Path) -> None:
        self.project = small_project(folder)
        shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(self.project), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "generator.cli", *words]
        return subprocess.run(command, cwd=self.project, env=environment, capture_output=True, text=True, check=False)

    def build(self, target: str) -> None:
        done = self.run("build", "--site", target)
        assert done.returncode == 0, done.stderr

    def edit(self, edit: Edit, chance: random.Random, number: int) -> bool:
        """Whether the check accepts the edit. If not, the records are as they were."""
        before = self.project.with_name("vorher")
        shutil.copytree(self.project / "measures", before)
        edit(self.project, chance, number)
        accepted = self.run("check").returncode == 0
        if not accepted:
            shutil.rmtree(self.project / "measures")
            shutil.copytree(before, self.project / "measures")
        shutil.rmtree(before)
        return accepted

    def differences(self) -> list[str]:
        """What a build with memory makes differently from one without, file by file."""
        self.build("site")
        memory = self.project / ".cache"
        memory.rename(self.project / ".beiseite")
        self.build("kalt")
        shutil.rmtree(memory)
        (self.project / ".beiseite").rename(memory)
        if fingerprint(self.project / "site") == fingerprint(self.project / "kalt"):
            return []
        sites = [{file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()}
                 for site in (self.project / "site", self.project / "kalt")]  # fmt: skip
        return sorted(str(name) for name in sites[0].keys() | sites[1].keys() if sites[0].get(name) != sites[1].get(name))


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance, counted, begin = random.Random(seed), Counter[str](), time.monotonic()
    kinds, weights = zip(*EDITS, strict=True)
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder) / "projekt")
        for number in range(1, times + 1):
            edit = chance.choices(kinds, weights)[0]
            while not workshop.edit(edit, chance, number):
                counted["refused by the check"] += 1
                edit = chance.choices(kinds, weights)[0]
            counted[edit.__name__] += 1
            if wrong := workshop.differences():
                sys.exit(f"edit {number} of seed {seed}, {edit.__name__}: these files differ: {', '.join(wrong[:10])}")
    for name, count in counted.most_common():
        sys.stdout.write(f"{count:5}  {name.replace('_', ' ')}\n")
    sys.stdout.write(f"{times} edits with seed {seed}: every build is the same as one without memory; {time.monotonic() - begin:.0f} s\n")


if __name__ == "__main__":
    main()
