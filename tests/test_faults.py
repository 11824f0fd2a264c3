"""What happens when the machine fails: after each fault the records are as before or as intended, and a German sentence says which.

`python -m tests.breaking` does the same to whole builds, `python -m tests.killing` kills them.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator import checking
from generator.cli import main
from generator.reading import read
from generator.reading.files import content
from generator.reading.names import suggested_name
from generator.writing import files as writing
from generator.writing.files import NotWritten, write_all
from tests.conftest import SAMPLE, problems_of
from tests.tables.test_tables import snapshot
from tests.writing.test_new import FILE, GIVEN

posix = pytest.mark.skipif(os.name != "posix", reason="needs signals, locks and users as POSIX has them")
APP = "massnahmen/musterstadt/stadt-app.yml"
PEGEL = "massnahmen/musterstadt/pegelsensoren.yml"
TABLE = (
    "Kennung;Modellprojekt;Titel;Kurz gesagt;Handlungsfelder;Status;Quellen\n"
    "musterstadt/stadt-app;;Stadt-App der Musterstadt;;;;\n"
    "musterstadt/pegelsensoren;;Sensoren für Pegel;;;;\n"
    ";Musterstadt;Leihräder am Bahnhof;Zehn Leihräder stehen am Bahnhof bereit.;Mobilität;Geplant;https://www.musterstadt.example/r | 2025-03\n"
)


def run(*words: object, typed: str | None = None) -> Result:
    done = CliRunner().invoke(main, [str(word) for word in words], input=typed)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def untidy(records: Path) -> None:
    for file in (APP, PEGEL):
        (records / file).write_text((records / file).read_text("utf-8").replace("status: ", "status:   "), "utf-8")


def import_table(records: Path) -> list[object]:
    table = records.parent / "massnahmen.csv"
    table.write_text(TABLE, "utf-8")
    return ["import", "--records", records, table]


def new_record(records: Path) -> list[object]:
    return ["new", "massnahme", "--records", records, *(word for key, value in GIVEN.items() for word in ("--set", f"{key}={value}"))]


def format_untidy(records: Path) -> list[object]:
    untidy(records)
    return ["format", "--records", records]


WRITERS = pytest.mark.parametrize("writer", [format_untidy, import_table, new_record], ids=["format", "import", "new"])
Writer = Callable[[Path], list[object]]


# --- killed ----------------------------------------------------------------------------------------------------------


def killed_at(step: int, words: list[object]) -> bool:
    """Run a command in a process of its own that the system kills right before its nth write or change of names."""
    process = os.fork()
    if process == 0:  # pragma: no cover
        left = [step]

        def deadly(real: Callable[..., object]) -> Callable[..., object]:
            def call(*given: object) -> object:
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*given)

            return call

        Path.write_bytes, Path.replace = deadly(Path.write_bytes), deadly(Path.replace)  # type: ignore[assignment, method-assign]
        CliRunner().invoke(main, [str(word) for word in words])
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL


@posix
@WRITERS
def test_killed_at_any_step_every_record_is_the_old_or_the_new_and_the_next_run_tidies_up(writer: Writer, sample: Path) -> None:
    words = writer(sample)
    before = snapshot(sample)
    for step in count():
        if not killed_at(step, words):
            break
        left = snapshot(sample)
        records = {name: text for name, text in left.items() if "/." not in name}
        assert records.keys() >= before.keys()
        assert not [problem for problem in problems_of(sample) if problem.severity == "error"], "what was half written is no record"
        for name in left.keys() - before.keys():
            (sample / name).unlink() if "/." not in name else None
        for name, text in before.items():
            (sample / name).write_bytes(text)
    assert step == {"format_untidy": 4, "import_table": 6, "new_record": 2}[writer.__name__]
    assert not list(sample.rglob(".*")), "the run that was not killed swept what the others left"
    intended = snapshot(sample)
    assert intended != before
    assert all(intended[name] in (before.get(name), intended[name]) for name in intended)
    assert run("check", "--records", sample).exit_code == 0


# --- the disk --------------------------------------------------------------------------------------------------------


@WRITERS
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_leaves_the_records_as_they_were(
    writer: Writer, number: int, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = writer(sample)
    before = snapshot(sample)

    def refuse(self: Path, data: bytes) -> int:
        raise OSError(number, os.strerror(number), str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        done = run(*words)
    assert done.exit_code == 1
    assert "Es wurde nichts geschrieben, alles ist wie vorher." in done.stderr
    assert os.strerror(number) not in done.stderr, "in German"
    assert snapshot(sample) == before


def test_a_disk_that_fails_half_way_through_says_how_far_it_came(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = Path.replace, count()

    def fail(self: Path, target: Path) -> Path:
        if next(calls):
            raise OSError(errno.EIO, "Input/output error", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(NotWritten, match=r"Der Datenträger ist gestört\. Geschrieben sind 1 von 2 Dateien, jede ganz\."):
        write_all({sample / APP: "a", sample / PEGEL: "b"})
    assert (sample / APP).read_text() == "a"
    assert (sample / PEGEL).read_text() != "b"
    assert not list(sample.rglob(".*"))


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """A file system of our own, where the system allows to mount one."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False) if os.name == "posix" else None
    if done is None or done.returncode:
        pytest.skip("may not mount a file system here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path, leave: int = 0) -> None:
    """Until nothing more fits, or only so many bytes."""
    (disk / "voll").touch()
    with suppress(OSError), (disk / "voll").open("ab", buffering=0) as filler:
        while shutil.disk_usage(disk).free > leave:
            filler.write(b"x" * 4096)


@WRITERS
def test_a_full_disk(writer: Writer, tmp_path: Path) -> None:
    with mounted(tmp_path / "platte", "-t", "tmpfs", "-o", "size=1m", "tmpfs") as disk:
        records = disk / "measures"
        subprocess.run(["cp", "-r", str(SAMPLE), str(records)], check=True)
        words = writer(records)
        before = snapshot(records)
        fill(disk)
        done = run(*words)
        assert done.exit_code == 1
        assert "Auf dem Datenträger ist kein Platz mehr. Es wurde nichts geschrieben, alles ist wie vorher." in done.stderr
        assert snapshot(records) == before
        (disk / "voll").unlink()
        assert run(*words).exit_code == 0


@WRITERS
def test_a_disk_that_can_only_be_read(writer: Writer, tmp_path: Path, sample: Path) -> None:
    words = writer(sample)
    before = snapshot(sample)
    with mounted(sample, "--bind", str(sample)):
        if subprocess.run(["mount", "-o", "remount,ro,bind", str(sample)], capture_output=True, check=False).returncode:
            pytest.skip("may not mount a file system here")
        done = run(*words)
        assert run("check", "--records", sample).exit_code == 0
        assert run("export", "--records", sample, tmp_path / "aus").exit_code == 0
    assert done.exit_code == 1
    assert "Der Datenträger lässt sich nur lesen. Es wurde nichts geschrieben" in done.stderr
    assert snapshot(sample) == before


@contextmanager
def nobody() -> Iterator[None]:
    """As a user who is not root, whom permissions hold back."""
    if os.name != "posix" or os.geteuid() != 0:
        yield
        return
    for command in main.list_commands(click.Context(main)):  # loaded while the libraries may still be read
        main.get_command(click.Context(main), command)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def public() -> Iterator[Path]:
    """The records where other users come by too; pytest's own folder is closed to them."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copytree(SAMPLE, Path(folder, "measures")))


@posix
def test_files_and_folders_nobody_may_read_are_named_not_passed_over(public: Path) -> None:
    (public / APP).chmod(0)
    (public / "strategien").chmod(0)
    with nobody():
        problems = read(public).problems
    (public / "strategien").chmod(0o755)
    assert [(p.file, p.code, p.message) for p in problems] == [
        (APP, "lesen", "Die Datei lässt sich nicht lesen: Es fehlt das Recht dazu."),
        ("strategien", "lesen", "Die Datei lässt sich nicht lesen: Es fehlt das Recht dazu."),
    ]


@posix
@WRITERS
def test_a_folder_nobody_may_write_to(writer: Writer, public: Path) -> None:
    words = writer(public)
    before = snapshot(public)
    with nobody():
        done = run(*words)
    assert done.exit_code == 1
    assert "Es fehlt das Recht dazu. Es wurde nichts geschrieben, alles ist wie vorher." in done.stderr
    assert snapshot(public) == before


# --- things that are no records --------------------------------------------------------------------------------------


def told(records: Path, file: str) -> str:
    """What the check says of a file; the commands that write must come to an end too."""
    for words in (["format", "--check", "--records", records], ["format", "--check", "--records", records, records / file]):
        assert run(*words).exit_code in (0, 1, 2)
    return " ".join(problem.message for problem in problems_of(records) if problem.file == file)


@posix
def test_a_pipe_a_device_and_a_socket_are_refused_without_waiting(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(sample / "massnahmen/musterstadt/leitung.yml")
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(sample / "massnahmen/musterstadt")  # whose whole name is too long for a socket
        server.bind("dose.yml")
        monkeypatch.chdir(sample.parent)
        said = {name: told(sample, f"massnahmen/musterstadt/{name}.yml") for name in ("leitung", "dose")}
    assert said["leitung"] == "Das ist keine Datei, sondern ein Gerät oder eine Leitung."
    assert said["dose"].startswith("Die Datei lässt sich nicht lesen")


@posix
@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "gibt-es-nicht", "schleife.yml", "stadt-app.yml"])
def test_a_link_is_refused_whatever_it_points_to(target: str, sample: Path) -> None:
    (sample / "massnahmen/musterstadt/schleife.yml").symlink_to(target)
    said = told(sample, "massnahmen/musterstadt/schleife.yml")
    assert said == f"Das ist ein Verweis (symbolischer Link) auf „{target}“. Legen Sie die Datei selbst hierher."


@posix
def test_a_linked_folder_is_neither_read_nor_written_through(sample: Path, tmp_path: Path) -> None:
    outside = tmp_path / "draussen"
    (sample / "massnahmen/musterstadt").rename(outside)
    (sample / "massnahmen/musterstadt").symlink_to(outside)
    before = snapshot(outside)
    assert "Das ist ein Verweis (symbolischer Link)" in told(sample, "massnahmen/musterstadt")
    done = run(*new_record(sample))
    assert done.exit_code == 1
    assert "aus dem Ordner hinaus. Es wurde nichts geschrieben" in done.stderr
    assert snapshot(outside) == before


@pytest.mark.parametrize("filled", [False, True])
def test_a_folder_named_like_a_record(filled: bool, sample: Path) -> None:
    folder = sample / "massnahmen/musterstadt/ordner.yml"
    folder.mkdir()
    if filled:
        (folder / "innen.yml").write_text("titel: Innen\n", "utf-8")
    assert told(sample, "massnahmen/musterstadt/ordner.yml") == "Das ist keine Datei, sondern ein Ordner."


def test_a_huge_file_is_not_read(sample: Path) -> None:
    with (sample / PEGEL).open("wb") as file:
        file.truncate(100_000_000)
    assert told(sample, PEGEL) == "Die Datei ist 100000 kB groß; ein Datensatz hat höchstens 300 kB."


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "# nur eine Notiz\n"])
def test_an_empty_file(text: str, sample: Path) -> None:
    (sample / PEGEL).write_text(text, "utf-8")
    assert "Die Datei" in told(sample, PEGEL)


def test_a_name_as_macos_writes_it(sample: Path) -> None:
    name = unicodedata.normalize("NFD", "Bürgerbüro")
    (sample / f"massnahmen/musterstadt/{name}.yml").write_text("titel: x\n", "utf-8")
    assert "Vorschlag: buergerbuero." in told(sample, f"massnahmen/musterstadt/{name}.yml")
    assert suggested_name(name) == "buergerbuero"
    table = sample.parent / f"{unicodedata.normalize('NFD', 'Lösungen')}.csv"
    table.write_text("Kennung;Titel\nstadt-app;Stadt-App\n", "utf-8")
    assert "1 Zeile: " in run("import", "--records", sample, table, "--dry-run").stdout


@posix
def test_a_name_that_is_no_text(sample: Path) -> None:
    (sample / PEGEL).rename(sample / "massnahmen/musterstadt" / os.fsdecode(b"\xff\n\x1b[2J.yml"))
    done = command("check", "--records", sample, LC_ALL="C.UTF-8")
    assert done.returncode == 1
    assert rb"\udcff\u000a\u001b[2J.yml:1:1: Fehler: Der Name" in done.stdout


# --- files that change meanwhile -------------------------------------------------------------------------------------


def test_a_file_that_vanishes_while_it_is_read(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def vanish(path: str, *rest: int) -> int:
        if str(path).endswith(APP):
            Path(path).unlink(missing_ok=True)
        return real(path, *rest)

    monkeypatch.setattr(os, "open", vanish)
    assert told(sample, APP) in ("Die Datei lässt sich nicht lesen: Sie ist nicht mehr da.", "")
    with pytest.raises(Exception, match="nicht mehr da"):
        content(sample / APP)


@WRITERS
def test_what_somebody_saves_meanwhile_is_not_overwritten(writer: Writer, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = writer(sample)
    theirs = sample / (FILE if writer is new_record else APP)
    real = writing._refuse_changed

    def saved_meanwhile(before: dict[Path, bytes | None]) -> None:
        theirs.write_text("titel: Gerade von Hand geändert\n", "utf-8")
        real(before)

    monkeypatch.setattr(writing, "_refuse_changed", saved_meanwhile)
    before = snapshot(sample)
    done = run(*words)
    assert done.exit_code == 1
    assert "wurde inzwischen anders geändert. Es wurde nichts geschrieben, alles ist wie vorher." in done.stderr
    assert theirs.read_text("utf-8") == "titel: Gerade von Hand geändert\n"
    name = theirs.relative_to(sample).as_posix()
    assert snapshot(sample) | {name: b""} == before | {name: b""}


@posix
def test_of_two_imports_at_once_the_second_waits_and_nothing_is_lost(sample: Path) -> None:
    """Both change the same record in different fields: one after the other, both changes stand."""
    for name, heading, value in (("eins", "Betrieb", "Betreibt die Stadt selbst."), ("zwei", "Aufwand", "Zwei Personen, ein Jahr.")):
        (sample.parent / f"{name}.csv").write_text(f"Kennung;{heading}\nmusterstadt/pegelsensoren;{value}\n", "utf-8")
    both = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "generator.cli",
                "import",
                "--records",
                sample,
                sample.parent / f"{name}.csv",
                "--art",
                "massnahmen",
                "--ja",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name in ("eins", "zwei")
    ]
    for process in both:
        assert b"1 Datens" in process.communicate(timeout=120)[0]
        assert process.returncode == 0
    text = (sample / PEGEL).read_text("utf-8")
    assert "betrieb: Betreibt die Stadt selbst." in text
    assert "aufwand: Zwei Personen, ein Jahr." in text


@posix
def test_whoever_has_to_wait_is_told(sample: Path) -> None:
    import fcntl

    lock = os.open(sample, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    process = subprocess.Popen([sys.executable, "-m", "generator.cli", "format", "--records", sample], stderr=subprocess.PIPE)
    assert process.stderr is not None
    assert process.stderr.readline().decode() == "Ein anderer Befehl ändert gerade die Datensätze. Es geht weiter, sobald er fertig ist.\n"
    os.close(lock)
    assert process.wait(60) == 0


# --- the world around ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("year", "codes"), [(1970, {"uhr"}), (2100, set[str]())])
def test_a_wrong_clock_makes_no_record_wrong(year: int, codes: set[str], sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(date):
        @classmethod
        def today(cls) -> Clock:
            return cls(year, 1, 1)

    monkeypatch.setattr(checking, "date", Clock)
    usual = {problem.code for problem in problems_of(sample)}
    done = run("check", "--records", sample)
    assert done.exit_code == 0
    assert {problem.code for problem in checking.check(read(sample))} - usual == codes
    assert ("Die Uhr dieses Rechners steht auf 1970-01-01." in done.stdout) == bool(codes)


def test_tables_can_be_written_in_any_year(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel files are archives, and archives know no year before 1980."""
    assert run("export", "--records", sample, sample.parent / "heute").exit_code == 0
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert run("export", "--records", sample, sample.parent / "1970").exit_code == 0
    assert snapshot(sample.parent / "1970") == snapshot(sample.parent / "heute")


def command(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """In a process with nothing in its environment but what is given."""
    whole = [sys.executable, "-m", "generator.cli", *map(str, words)]
    world = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(SAMPLE.parent.parent), **environment}
    return subprocess.run(whole, env=world, capture_output=True, check=False, timeout=120)


NO_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("world", [NO_UTF8, {"PYTHONIOENCODING": "latin-1"}, {}], ids=["C", "latin-1", "no HOME, nothing"])
def test_no_home_and_no_utf_8(world: dict[str, str], sample: Path) -> None:
    """Messages keep the umlauts the terminal has; records are UTF-8 whatever it has."""
    words = [str(word) for word in new_record(sample)]
    done = command(*(word.replace("Rufbus am", "Bürgerbüs am") for word in words), **world)
    assert done.returncode == 0, done.stderr
    assert "titel: Bürgerbüs am Abend\n" in (sample / "massnahmen/musterstadt/buergerbues-am-abend.yml").read_text("utf-8")
    (sample / APP).write_text("titel: Bürgerbüro → Ümlaut\nstatuß: x\n", "utf-8")
    done = command("check", "--records", sample, **world)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"Datens" in done.stdout


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", ["text", "json"])
def test_output_that_cannot_be_written(form: str, sample: Path) -> None:
    (sample / PEGEL).write_text("titel: x\n", "utf-8")
    with Path("/dev/full").open("wb") as full:
        whole = [sys.executable, "-m", "generator.cli", "check", "--records", str(sample), "--format", form]
        done = subprocess.run(whole, stdout=full, stderr=subprocess.PIPE, check=False, timeout=120)
    assert done.returncode == 1
    assert done.stderr.decode() == "Abgebrochen: Ausgabe: Auf dem Datenträger ist kein Platz mehr.\n"
