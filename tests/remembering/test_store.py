"""Whatever happens to the store costs time, never correctness."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from generator.remembering.store import Store


def kept(path: Path, **results: str) -> Path:
    store = Store(path)
    for name, value in results.items():
        store.put(name, "key", value)
    store.close(complete=True)
    return path


def found(path: Path, name: str, key: str = "key") -> str | None:
    store = Store(path)
    value = store.get(name, key)
    store.close(complete=False)
    return value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "store.sqlite"


def test_what_a_build_kept_the_next_one_finds(path: Path) -> None:
    kept(path, page="<p>Grüße</p>")
    assert found(path, "page") == "<p>Grüße</p>"


def test_a_result_counts_only_under_the_key_it_was_worked_out_for(path: Path) -> None:
    kept(path, page="old")
    assert found(path, "page", "another key") is None


def test_after_a_complete_build_only_what_it_asked_for_stays(path: Path) -> None:
    kept(path, old="1", new="2")
    store = Store(path)
    store.get("new", "key")
    store.close(complete=True)
    after = Store(path)
    assert (after.get("old", "key"), after.get("new", "key")) == (None, "2")


def test_a_failed_build_throws_nothing_away(path: Path) -> None:
    kept(path, old="1")
    Store(path).close(complete=False)
    assert found(path, "old") == "1"


@pytest.mark.parametrize("spoil", [b"", b"nonsense" * 1000, b"SQLite format 3\0" + b"\xff" * 5000], ids=["empty", "nonsense", "torn"])
def test_a_broken_file_is_replaced(path: Path, spoil: bytes) -> None:
    kept(path, page="old")
    path.write_bytes(spoil)
    assert found(path, "page") is None
    kept(path, page="new")
    assert found(path, "page") == "new"


def test_a_file_cut_off_in_the_middle_yields_nothing_wrong(path: Path) -> None:
    kept(path, **{f"page{number}": f"{number}" * 3000 for number in range(50)})
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    store = Store(path)
    assert all(store.get(f"page{number}", "key") in (None, f"{number}" * 3000) for number in range(50))
    store.put("page1", "key", "anew")
    assert store.get("page1", "key") == "anew"
    store.close(complete=True)
    assert found(path, "page1") in (None, "anew")


def test_a_changed_value_is_noticed(path: Path) -> None:
    kept(path, page="right")
    database = sqlite3.connect(path)
    database.execute("UPDATE results SET value = ?", (b"wrong",))
    database.commit()
    database.close()
    assert found(path, "page") is None


def test_somebody_elses_database_is_replaced(path: Path) -> None:
    path.parent.mkdir()
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE results (something TEXT)")
    database.commit()
    database.close()
    assert found(kept(path, page="mine"), "page") == "mine"


def test_a_second_build_at_the_same_time_works_with_a_store_of_its_own(path: Path) -> None:
    kept(path, page="old")
    first, second = Store(path), Store(path)
    assert (first.get("page", "key"), second.get("page", "key")) == ("old", None)
    second.put("page", "key", "second")
    assert second.get("page", "key") == "second"
    second.close(complete=True)
    first.close(complete=True)
    assert found(path, "page") == "old"


def test_where_nothing_can_be_written_the_build_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    store = Store(tmp_path / "file" / "store.sqlite")
    store.put("page", "key", "value")
    assert store.get("page", "key") == "value"
    store.close(complete=True)


def test_a_killed_build_leaves_what_was_there(path: Path) -> None:
    kept(path, page="old")
    program = f"""
import os, signal
from pathlib import Path
from generator.remembering.store import Store
store = Store(Path({str(path)!r}))
for number in range(3000):
    store.put(f"page{{number}}", "key", "x" * 5000)
store.put("page", "key", "new")
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", program], check=False, cwd=Path(__file__).parents[2], env=dict(os.environ))
    assert done.returncode == -signal.SIGKILL
    assert found(path, "page") == "old"
