"""Names of files: which record a path stands for, what a name may be, and which one to suggest instead."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from generator.nearest import did_you_mean
from generator.problems import Problem
from generator.records import KINDS, Kind
from generator.records.fields import RESERVED

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def place_of(file: str) -> tuple[Kind, str] | Problem:
    """Kind and id, which a file has from its path alone."""

    def wrong(code: str, message: str) -> Problem:
        return Problem(file, 1, 1, "error", code, "", message)

    folder, _, rest = file.partition("/")
    if folder not in KINDS or not rest:
        return wrong(
            "ordner", f"„{file}“ liegt nicht in einem Ordner für Datensätze.{did_you_mean(folder, KINDS)} Erlaubt sind: {', '.join(KINDS)}."
        )
    kind, suffix = KINDS[folder], PurePosixPath(rest).suffix
    stem = rest.removesuffix(suffix)
    if suffix != kind.suffix:
        return wrong("endung", f"Die Datei muss auf „{kind.suffix}“ enden, nicht auf „{suffix}“: {folder}/{stem}{kind.suffix}.")
    parts = stem.split("/")
    if len(parts) != 1 + kind.by_project:
        example = f"{folder}/<modellprojekt>/<name>" if kind.by_project else f"{folder}/<name>"
        return wrong("ordner", f"„{file}“ liegt eine Ebene falsch. Richtig ist {example}{kind.suffix}.")
    for part in parts:
        if part in RESERVED:
            return wrong(
                "name",
                f"„{part}“ ist als Name nicht möglich; Seiten und Dateien dürfen nicht so heißen. Vorschlag: {suggested_name(part)}.",
            )
        if not is_name(part):
            return wrong(
                "name",
                f"Der Name „{part}“ ist nicht erlaubt: nur a–z, 0–9 und einfache Bindestriche, höchstens 80 Zeichen. Vorschlag: {suggested_name(part)}.",
            )
    return kind, stem


def meant_place(file: str) -> tuple[Kind, str]:
    """The same for a file whose names alone are wrong, as if they were those suggested."""
    folder, *names = str(PurePosixPath(file).with_suffix("")).split("/")
    return KINDS[folder], "/".join(name if is_name(name) else suggested_name(name) for name in names)


def is_name(part: str) -> bool:
    return bool(_NAME.fullmatch(part)) and len(part) <= 80 and part not in RESERVED


def suggested_name(name: str) -> str:
    """A name for a file, made of a title or of a name that is not allowed."""
    name = unicodedata.normalize("NFC", name)  # macOS writes names with the dots of an umlaut apart
    for umlaut, plain in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        name = name.lower().replace(umlaut, plain)
    name = re.sub(r"[^a-z0-9]+", "-", name).strip("-")[:80].strip("-") or "neuer-name"
    return f"{name}-1" if name in RESERVED else name
