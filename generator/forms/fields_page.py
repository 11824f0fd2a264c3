"""The page with every field of every kind, for contributors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.records import KINDS, Kind
from generator.records.columns import Column, columns
from generator.records.schema import Terms

PATH = "docs/mitmachen/felder.md"
_HEAD = """\
---
title: Alle Felder
description: Jedes Feld jeder Art von Datensatz mit Bedeutung, Form und erlaubten Werten.
suche: kurz
---

<!-- Erzeugt aus generator/records mit „make vorlagen“. Änderungen hier gehen verloren. -->

# Alle Felder

Für jede Art von Datensatz steht hier, welche Felder es gibt, was hineingehört und welche Form es hat. Pflichtfelder sind **fett**. Alle anderen lassen Sie weg, wenn nichts bekannt ist. Die Reihenfolge ist die in der Datei.

Felder mit einem Punkt im Namen stehen in einem Block: `quellcode.lizenz` ist das Feld `lizenz` im Block `quellcode`.
"""
_FORMS = {
    "monat": "Jahr oder Monat: `2024` oder `2024-06`",
    "tag": "Jahr, Monat oder Tag: `2024`, `2024-06` oder `'2024-06-30'`",
    "janein": "`true` oder `false`",
    "ganzzahl": "ganze Zahl",
    "zahl": "Zahl",
    "adresse": "Adresse mit `https://`",
    "text": "Text",
    "block": "Block",
}


def file(catalogue: Catalogue) -> SiteFile:
    parts = [_HEAD, *(_kind(kind, catalogue.begriffe) for kind in KINDS.values() if kind.folder != "vokabular"), *_vocabularies(catalogue)]
    return SiteFile(PATH, "\n".join(parts))


def _kind(kind: Kind, terms: Terms) -> str:
    where = f"`measures/{kind.folder}/{'<modellprojekt>/' if kind.by_project else ''}<name>{kind.suffix}`"
    rows = [
        f"| {_name(column)} | {column.title} | {_cell(column.description)} | {_cell(_form(column))} |" for column in columns(kind, terms)
    ]
    head = f"## {kind.one}\n\nEine Datei {where} je Datensatz.\n\n| Feld | Name | Was hineingehört | Form |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(rows) + "\n"


def _name(column: Column) -> str:
    return f"**`{column.key}`**" if column.required else f"`{column.key}`"


def _form(column: Column) -> str:
    schema: dict[str, Any] = dict(column.schema)
    if column.parts:
        return "Liste von Blöcken aus " + ", ".join(f"`{part.key}`" + (" (Pflicht)" if part.required else "") for part in column.parts)
    if column.vocabulary:
        one = f"Begriff aus [{column.vocabulary}](#{column.vocabulary})"
    elif column.kind:
        one = f"Kennung unter `{column.kind}`"
    else:
        one = _FORMS[column.form] + _limits(schema)
    return f"{_counted(schema)}{one}" if column.many else one


def _limits(schema: dict[str, Any]) -> str:
    if schema.get("x-form") or not schema.get("maxLength"):
        low = schema.get("minimum", schema.get("exclusiveMinimum"))
        return "" if low is None else f", {'mindestens' if 'minimum' in schema else 'größer als'} {low}"
    return f", {schema.get('minLength', 0)} bis {schema['maxLength']} Zeichen".replace(" 0 bis ", " bis ")


def _counted(schema: dict[str, Any]) -> str:
    low, high = schema.get("minItems"), schema.get("maxItems")
    if low and high:
        return f"Liste, {low} bis {high} Einträge: "
    return f"Liste, mindestens {low} Eintrag: " if low else f"Liste, höchstens {high} Einträge: " if high else "Liste: "


def _vocabularies(catalogue: Catalogue) -> Iterator[str]:
    yield "## Begriffe\n\nIn den Datensatz kommt jeweils die Kennung aus der linken Spalte.\n"
    for name, vocabulary in catalogue.vokabular.items():
        rows = [f"| `{term.id}` | {_cell(term.name)} | {_cell(term.erklaerung or '')} |" for term in vocabulary.begriffe]
        head = f"### {vocabulary.titel} {{: #{name} }}\n\n| Kennung | Name | Bedeutung |\n| --- | --- | --- |\n"
        yield head + "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
