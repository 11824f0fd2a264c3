"""What is known of the addresses: the results of earlier checks, and which addresses nobody shall ask.

Both lie beside the records folder in `links/`: `ergebnisse.json` is written by the command and committed, so that the
page on upkeep can show it and the next run need not ask everything again; `auslassen.yml` is written by people.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.catalogue import Catalogue

GONE = (404, 410)
TRIES_UNTIL_DEAD = 2
"""A server may be down for a day; what fails in two runs is taken for dead. 404 and 410 say it themselves."""


class BadMemory(Exception):
    """A file in links/ is not as it should be; the message is German."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was seen at an address last."""

    status: int | None
    """The answer of the server; None if there was none."""
    problem: str
    """Why there was none, in German, or nothing."""
    geprueft: str
    seit: str = ""
    """The day since which it has failed in every run."""
    versuche: int = 0
    """In how many runs in a row it has failed."""

    @property
    def good(self) -> bool:
        return self.status is not None and self.status < 400

    @property
    def dead(self) -> bool:
        """Not: refused, asked too often, or broken for the moment. A reader may still see such a page."""
        return self.status in GONE or (self.status is None and self.versuche >= TRIES_UNTIL_DEAD)


Memory = Mapping[str, Result]


def file_of(records: Path) -> Path:
    return _folder_of(records) / "ergebnisse.json"


def _folder_of(records: Path) -> Path:
    return records.resolve().parent / "links"


def recall(records: Path) -> dict[str, Result]:
    file = file_of(records)
    if not file.is_file():
        return {}
    try:
        return {url: Result(**said) for url, said in json.loads(file.read_text("utf-8")).items()}
    except (ValueError, TypeError, AttributeError):
        raise BadMemory(f"{file} ist beschädigt. Löschen Sie die Datei, dann wird alles neu geprüft.") from None


def as_text(memory: Memory) -> str:
    """One line per address, sorted, so that two runs can be merged and compared."""
    lines = [f"{json.dumps(url, ensure_ascii=False)}: {json.dumps(asdict(memory[url]), ensure_ascii=False)}" for url in sorted(memory)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def left_out(records: Path) -> list[tuple[str, str]]:
    """Beginnings of addresses that are not asked, each with the reason."""
    file = _folder_of(records) / "auslassen.yml"
    if not file.is_file():
        return []
    try:
        said = yaml.safe_load(file.read_text("utf-8")) or []
        return [(str(entry["adresse"]), str(entry["grund"])) for entry in said]
    except (yaml.YAMLError, ValueError, TypeError, KeyError):
        raise BadMemory(f"{file} ist nicht zu lesen. Jeder Eintrag braucht „adresse“ und „grund“.") from None


def addresses(catalogue: Catalogue) -> dict[str, list[Any]]:
    """Every address of every record, with the records that name it."""
    found: dict[str, list[Any]] = {}
    for records in catalogue.kinds().values():
        for record in records.values():
            for url in dict.fromkeys(_addresses(record.model_dump())):
                found.setdefault(url, []).append(record)
    return found


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _addresses(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _addresses(inner)
    elif isinstance(value, str) and value.lower().startswith(("https://", "http://")) and " " not in value:
        yield value
