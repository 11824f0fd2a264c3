"""Does a file have the shape of its kind? What pydantic finds, said in German and put in its place."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.hidden import visible
from generator.nearest import did_you_mean
from generator.problems import Path

Finding = tuple[Path, str, str]
"""Path, code and message of one thing that is wrong."""


def findings(error: ValidationError, model: type[BaseModel]) -> Iterator[Finding]:
    details = error.errors(include_url=False)
    broken_lists = {tuple(d["loc"][:i]) for d in details for i in range(1, len(d["loc"]))}
    for detail in details:
        path: Path = tuple(detail["loc"])
        if detail["type"] == "too_short" and path in broken_lists:
            continue  # only counted short because an entry inside it is wrong, and that is said already
        yield path, *_say(detail, path, model)


def _say(detail: ErrorDetails, path: Path, model: type[BaseModel]) -> tuple[str, str]:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = str(path[-1]) if path else ""
    if kind == "missing":
        info = field_of(model, path)
        help_text = f" Hinein gehört: {info.description}" if info and info.description else ""
        return "pflichtfeld", f"Das Pflichtfeld „{name}“ fehlt.{help_text}"
    if kind == "extra_forbidden":
        known = list(block_of(model, path[:-1]).model_fields)
        return (
            "unbekanntes-feld",
            f"Das Feld {shown(name)} gibt es hier nicht.{did_you_mean(name, known)} Erlaubt sind: {', '.join(known)}.",
        )
    if kind in _OWN:
        said = detail["msg"]
        return kind, said if said[0] in "„AHE" else f"{shown(value)} {said}{'' if said.endswith('?') else '.'}"
    if kind == "string_pattern_mismatch" and (info := field_of(model, path)):
        return "muster", f"{shown(value)} hat nicht die erwartete Form. {info.description} Beispiel: {(info.examples or ['?'])[0]}."
    if value is None:
        if path and isinstance(path[-1], int):
            return "leer", "Der Eintrag ist leer. Tragen Sie etwas ein oder löschen Sie ihn."
        return "leer", f"{shown(name)} ist leer. Tragen Sie einen Wert ein oder lassen Sie das Feld weg."
    return _limits(kind, value, context) or _types(kind, value, name) or ("form", f"{shown(value)} passt hier nicht ({detail['msg']}).")


_OWN = {"name", "datum", "adresse", "yaml", "quelle", "wert", "zahl", "eintrag"}


def _limits(kind: str, value: Any, context: dict[str, Any]) -> tuple[str, str] | None:
    low, high = context.get("min_length"), context.get("max_length")
    if kind.endswith("too_short") and isinstance(value, str):
        length = len(value.strip())
        return (
            "zu-kurz",
            f"{shown(value)} ist mit {length} Zeichen zu kurz; nötig sind mindestens {low}."
            if length
            else "Der Text ist leer. Tragen Sie etwas ein oder lassen Sie das Feld weg.",
        )
    if kind.endswith("too_long") and isinstance(value, str):
        return "zu-lang", f"{shown(value)} ist mit {len(value.strip())} Zeichen zu lang; erlaubt sind höchstens {high}."
    if kind == "too_short":
        return "zu-wenige", f"Hier {_entries(len(value))}; nötig {'ist' if low == 1 else 'sind'} mindestens {low}."
    if kind == "too_long":
        return "zu-viele", f"Hier stehen {len(value)} Einträge; erlaubt sind höchstens {high}. Behalten Sie die wichtigsten."
    bound = context.get("ge", context.get("gt", context.get("le", context.get("lt"))))
    if bound is not None:
        words = {"ge": "mindestens", "gt": "größer als", "le": "höchstens", "lt": "kleiner als"}
        word = next(word for key, word in words.items() if key in context)
        return "bereich", f"{shown(value)} liegt außerhalb; die Zahl muss {word} {bound} sein."
    return None


def _types(kind: str, value: Any, name: str) -> tuple[str, str] | None:
    if kind.startswith("string"):
        quoted = f" Setzen Sie den Wert in Anführungszeichen: '{_plain(value)}'." if isinstance(value, (bool, int, float)) else ""
        return "typ", f"„{name}“ erwartet Text, gefunden wurde {_what(value)}.{quoted}"
    if kind.startswith("bool"):
        meant = {"ja": "true", "wahr": "true", "nein": "false", "falsch": "false"}.get(str(value).lower())
        hint = f" Meinten Sie {meant}?" if meant else ""
        return "typ", f"„{name}“ erwartet true (ja) oder false (nein), gefunden wurde {_what(value)}.{hint}"
    if kind.startswith(("int", "float", "decimal")):
        return "typ", f"„{name}“ erwartet eine ganze Zahl ohne Punkte und Einheit, etwa 65000; gefunden wurde {_what(value)}."
    if kind in ("tuple_type", "list_type"):
        return "typ", f"„{name}“ erwartet eine Liste, gefunden wurde {_what(value)}. Schreiben Sie [{_plain(value)}] oder je Zeile „- …“."
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "typ", f"„{name}“ erwartet einen Block aus „feld: wert“, gefunden wurde {_what(value)}."
    return None


def _entries(count: int) -> str:
    return "steht kein Eintrag" if count == 0 else "steht nur ein Eintrag" if count == 1 else f"stehen nur {count} Einträge"


def shown(value: Any) -> str:
    text = visible(" ".join(str(value).split()))
    return f"„{text if len(text) <= 60 else text[:57] + '…'}“"


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else shown(value)[1:-1]


def _what(value: Any) -> str:
    if isinstance(value, bool):
        return f"der Ja/Nein-Wert {str(value).lower()}"
    if isinstance(value, (int, float)):
        return f"die Zahl {value}"
    if isinstance(value, list):
        return "eine Liste"
    return "ein Block mit Feldern" if isinstance(value, dict) else f"der Text {shown(value)}"


def block_of(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model of the block at this path inside a record of the given model."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return model


def field_of(model: type[BaseModel], path: Path) -> FieldInfo | None:
    names = [step for step in path if isinstance(step, str)]
    return block_of(model, tuple(names[:-1])).model_fields.get(names[-1]) if names else None


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and not get_origin(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    elif isinstance(annotation, types.UnionType) or get_origin(annotation) is Union or get_args(annotation):
        for inner in get_args(annotation):
            yield from _models_in(inner)
