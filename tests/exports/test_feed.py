"""The feed, as a feed reader sees it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import feedparser

from generator import history
from generator.catalogue import Catalogue
from generator.exports import feed
from generator.history import UNKNOWN
from generator.publication import Publication
from tests.exports.conftest import ADDRESS


def test_new_and_changed_records_come_newest_first(published: dict[str, bytes]) -> None:
    read = feedparser.parse(published["feed.xml"])
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert (read.feed.title, read.feed.language) == ("Wissen der Kreise: neue und geänderte Einträge", "de")
    first, second = read.entries[:2]
    assert first.title == "Neu: Pegelsensoren an Bächen (Maßnahme)"
    assert second.title == "Geändert: Stadt-App mit Mängelmelder (Maßnahme)"
    assert second.link == f"{ADDRESS}massnahmen/musterstadt/stadt-app/"
    assert (second.published, second.updated) == ("2024-02-01T09:00:00Z", "2026-03-04T10:00:00Z")
    assert len({entry.id for entry in read.entries}) == len(read.entries)
    assert second.id.endswith(":massnahmen:musterstadt/app"), "the id of its first days, so that no reader shows a renamed record as new"


def test_without_a_repository_the_records_own_dates_count(sample_catalogue: Catalogue) -> None:
    (file,) = feed.files(sample_catalogue, Publication("Probe"), UNKNOWN)
    read = feedparser.parse(file.data)
    assert not read.bozo
    dates = [entry.updated for entry in read.entries]
    assert dates == sorted(dates, reverse=True)
    assert next(entry for entry in read.entries if "Stadt-App mit" in entry.title).updated == "2026-10-01T00:00:00Z", "last checked then"


def test_the_site_publishes_a_feed_that_readers_accept(site: Path) -> None:
    read = feedparser.parse((site / "feed.xml").read_bytes())
    assert not read.bozo
    assert len(read.entries) == 100


# --- where the dates come from ---------------------------------------------------------------------------------------


def git(folder: Path, *words: str, date: str = "2024-01-01T12:00:00+01:00") -> None:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date}
    identity = ["-c", "user.name=Probe", "-c", "user.email=probe@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True, env=environment)


def test_history_knows_beginning_change_and_move(tmp_path: Path) -> None:
    records = tmp_path / "measures"
    records.mkdir()
    git(tmp_path, "init")
    (records / "straße.yml").write_text("titel: alt\n" * 20, "utf-8")
    (records / "b.yml").write_text("titel: b\n", "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "1")
    (records / "straße.yml").rename(records / "weg.yml")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "2", date="2025-01-01T12:00:00+01:00")
    (records / "weg.yml").write_text("titel: neu\n" + "titel: alt\n" * 20, "utf-8")
    git(tmp_path, "commit", "-am", "3", date="2026-01-01T00:30:00+01:00")
    read = history.read(records)
    assert read["weg.yml"] == history.Change("2024-01-01T11:00:00Z", "2025-12-31T23:30:00Z")
    assert read["b.yml"] == history.Change("2024-01-01T11:00:00Z", "2024-01-01T11:00:00Z")


def test_without_a_past_there_is_no_history(tmp_path: Path) -> None:
    """Forges fetch only the last commit unless told otherwise; its date would be wrong for every record."""
    assert history.read(tmp_path) == {}
    test_history_knows_beginning_change_and_move(tmp_path)
    subprocess.run(["git", "clone", "--depth", "1", tmp_path.as_uri(), "shallow"], cwd=tmp_path, check=True, capture_output=True)
    assert history.read(tmp_path / "shallow/measures") == {}
