"""The building blocks of records: types that several kinds share, and the two markers that point elsewhere.

A field's German name is its YAML key; its title, help text, example and limits live in the `Field(...)` of its
model and nowhere else. Everything that shows them (schemas, forms, tables, page labels) reads them from there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from generator.records.address_words import readable_address
from generator.records.dates import DAY, MONTH, UNKNOWN, checked_day, checked_day_or_unknown, checked_month
from generator.records.scalars import Trap
from generator.records.web import checked_address


@dataclass(frozen=True, slots=True)
class TermOf:
    """Marks a value that must be the id of a term of this vocabulary."""

    vocabulary: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(core) | {"x-vokabular": self.vocabulary}


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a value that must be the id of a record of this kind."""

    kind: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(core) | {"x-datensatz": self.kind}


_LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}


_NOT_NOTED: set[str] = set()


class Part(BaseModel):
    """A block inside a record. Unknown keys are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def model_post_init(self, context: Any) -> None:
        """Which fields a file names is noted by pydantic in a set per part, a fifth of what records take, and nobody asks."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_NOTED)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Limits of numbers that go through a validator of ours, which the schema would pass over."""
        schema = handler(core)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for name, info in cls.model_fields.items():
            for mark in info.metadata:
                found = {word: getattr(mark, limit) for limit, word in _LIMITS.items() if hasattr(mark, limit)}
                properties.get(name, {}).update(found)
        return schema


class Record(Part):
    """One file of the records folder. Its id is its path, so it is not a field of its own."""

    @cached_property
    def id(self) -> str:
        return ""

    @cached_property
    def file(self) -> str:
        """The file it was read from, relative to the records folder, for edit links and messages."""
        return ""

    def identified(self, record_id: str, file: str) -> Record:
        """Said once, right after it was read. Both are asked for so often that looking for them must cost nothing."""
        vars(self).update(id=record_id, file=file)
        return self


def _refuse_trap(value: Any) -> Any:
    if isinstance(value, Trap):
        raise PydanticCustomError("yaml", "{hint}", {"hint": value.hint})
    return value


def _number_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _refuse_trap(value)


def _date_text(value: Any) -> Any:
    """Dates may be written without quotes: YAML's reading of them is undone, they stay the text in the file."""
    if isinstance(value, Trap) and value.is_date:
        return str(value)
    return _number_text(value)


def _is_number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(_refuse_trap(value), (int, float)):
        raise PydanticCustomError("zahl", "ist keine Zahl; erlaubt sind Angaben wie 73 oder 1.4, ohne Einheit und Tausenderpunkt")
    return value


RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10))})
"""Names no page and no file may have: `index` is the overview of its folder, the others are devices to Windows."""


def _date_schema(form: str, pattern: str) -> WithJsonSchema:
    """A year may stand there as a number, so a schema must allow both."""
    return WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": f"^{pattern}$"}, {"type": "integer", "minimum": 1900, "maximum": 2099}], "x-form": form}
    )


_FROM_DATE, _FROM_NUMBER = BeforeValidator(_date_text), BeforeValidator(_number_text)
WRITTEN_AS_NUMBER = (_FROM_DATE, _FROM_NUMBER)
"""Marks text that may stand in a file as a number: 2024, without quotes."""

Text = Annotated[str, BeforeValidator(_refuse_trap)]
Line = Annotated[Text, StringConstraints(min_length=2, max_length=200)]
"""A name or a title: one line."""
Prose = Annotated[Text, StringConstraints(min_length=10, max_length=1500)]
"""One or a few plain sentences."""
Body = Annotated[Text, StringConstraints(min_length=10, max_length=20_000)]
"""The prose under the head of a `.md` record."""
Month = Annotated[str, _FROM_DATE, AfterValidator(checked_month), _date_schema("monat", MONTH.pattern)]
"""2024 or 2024-06."""
Day = Annotated[str, _FROM_DATE, AfterValidator(checked_day), _date_schema("tag", DAY.pattern)]
"""2024, 2024-06 or 2024-06-30."""
DayOrUnknown = Annotated[str, _FROM_DATE, AfterValidator(checked_day_or_unknown), _date_schema("tag", f"({DAY.pattern}|{UNKNOWN})")]
"""A day, or the word that says that nobody knows: then no other date may stand in for it."""
Address = Annotated[
    Text,
    StringConstraints(max_length=600),
    AfterValidator(checked_address),
    WithJsonSchema({"type": "string", "maxLength": 600, "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$", "x-form": "adresse"}),
]
YesNo = Annotated[bool, BeforeValidator(_refuse_trap), Strict()]
Whole = Annotated[int, BeforeValidator(_refuse_trap), Strict()]
NumberText = Annotated[str, _FROM_NUMBER, WithJsonSchema({"type": ["string", "integer"]})]
"""A short name that happens to be a number: 1 and "1" are the same."""
Number = Annotated[int | float, BeforeValidator(_is_number)]

FieldTerm = Annotated[Text, TermOf("handlungsfelder")]
TechnologyTerm = Annotated[Text, TermOf("technologien")]
StatusTerm = Annotated[Text, TermOf("status")]
ProjectRef = Annotated[Text, RefTo("modellprojekte")]
MeasureRef = Annotated[Text, RefTo("massnahmen")]
SolutionRef = Annotated[Text, RefTo("loesungen")]
ResourceRef = Annotated[Text, RefTo("ressourcen")]


class Source(Part):
    """Where a statement was read."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["url"]}, {"required": ["titel"]}]})

    url: Address | None = Field(None, title="Adresse", description="Seite, auf der die Angabe steht.")
    titel: Line | None = Field(None, title="Titel", description="Titel der Veröffentlichung, nötig, wenn es keine Adresse gibt.")
    stand: Day | None = Field(
        None,
        title="Stand",
        description="Datum der Seite oder Veröffentlichung, so genau wie bekannt. Ohne sichtbares Datum weglassen.",
        examples=["2024-06"],
    )

    @property
    def name(self) -> str:
        """What a reader sees: the title, or else what the address says in words."""
        return self.titel or readable_address(self.url or "")


_LONGEST = 70
"""Of the last part of an address, as it is shown."""


def short_address(url: str) -> str:
    """www.beispiel.de/a/b/ein-artikel.html becomes beispiel.de/…/ein-artikel.html"""
    host, _, path = re.sub(r"^https?://(www\.)?", "", url).rstrip("/").partition("/")
    head, _, last = path.rpartition("/")
    last = last if len(last) <= _LONGEST else last[: _LONGEST - 1] + "…"
    return "/".join(part for part in (host, "…" if head else "", last) if part)


def _needs_place(source: Source) -> Source:
    if not (source.url or source.titel):
        raise PydanticCustomError("quelle", "Eine Quelle braucht eine Adresse (url) oder einen Titel (titel).")
    return source


Sources = Annotated[
    tuple[Annotated[Source, AfterValidator(_needs_place)], ...],
    Field(
        min_length=1,
        title="Quellen",
        description="Wo die Angaben nachzulesen sind: mindestens eine, jede mit Adresse oder Titel und, wenn bekannt, mit Datum.",
        examples=[[{"url": "https://www.beispielstadt.de/smart-city", "stand": "2024-06"}]],
    ),
]


def newest(sources: tuple[Source, ...]) -> str | None:
    """The date of the newest dated source. An undated one may be newer still, so it is a lower bound."""
    return max((source.stand for source in sources if source.stand), default=None)


def dated(said: str | None, sources: tuple[Source, ...]) -> str | None:
    """The date of a statement: the one it says itself, else that of the newest source, else none."""
    return None if said == UNKNOWN else said or newest(sources)


class Code(Part):
    """Everything about a measure's software that somebody who wants to run it asks first."""

    repository: Address | None = Field(None, title="Archiv", description="Adresse des wichtigsten Quellcode-Archivs.")
    weitere: tuple[Address, ...] = Field((), title="Weitere Archive", description="Adressen weiterer Archive, die dazugehören.")
    lizenz: Annotated[Text, TermOf("lizenzen")] | None = Field(
        None, title="Lizenz", description="SPDX-Kennung der Lizenz.", examples=["EUPL-1.2"]
    )
    sprache: Line | None = Field(None, title="Programmiersprache", description="Sprachen und wichtigste Bausteine.")
    dokumentation: Address | None = Field(None, title="Dokumentation", description="Adresse der Anleitung.")
    umfang: Prose | None = Field(None, title="Funktionsumfang", description="Was der veröffentlichte Code kann.")
    reife: Prose | None = Field(None, title="Reife", description="Was die Quelle zum Entwicklungsstand sagt.")
    voraussetzungen: Prose | None = Field(None, title="Technische Voraussetzungen", description="Was zum Betrieb gebraucht wird.")
    hinweis: Prose | None = Field(None, title="Hinweis zum Code", description="Was man vor der Nutzung wissen sollte.")


class Party(Part):
    """A municipality or organisation that takes part, linked to its model project where it is one."""

    name: Line = Field(title="Name", description="Kommune oder Organisation.", examples=["Paderborn"])
    modellprojekt: ProjectRef | None = Field(
        None, title="Modellprojekt", description="Kennung des Modellprojekts, wenn sie zu einem gehört.", examples=["paderborn"]
    )
