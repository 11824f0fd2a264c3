"""Records with attacks in their fields. Which fields there are is read off the models, so a new field is attacked from its first day."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, WithJsonSchema

from generator.checking import check
from generator.problems import Problem, errors
from generator.reading import Reading, entry_of, read
from generator.records import KINDS
from generator.records.fields import RefTo, TermOf
from generator.records.pointers import EACH
from generator.records.vokabular import VOCABULARIES
from tests.conftest import SAMPLE, TODAY

Place = tuple[str, ...]
Field = tuple[str, Place]
"""A field of a kind. Every vocabulary counts as a kind of its own, as in vokabular/status."""
Choice = Callable[[Field, "Leaf"], str | None]
"""The attack for a field, or None where it shall hold something ordinary."""
HARMLESS = "Ein gewöhnlicher Satz ohne jeden Hintergedanken."


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field that holds one value, not a block."""

    place: Place
    base: type
    marks: tuple[Any, ...] = ()

    @property
    def is_text(self) -> bool:
        return self.base is str

    def limit(self, name: str) -> int:
        return max((getattr(mark, name, None) or 0 for mark in self.marks), default=0)

    def fitted(self, text: str) -> str:
        """Long enough, so that nothing is refused merely for being short."""
        return text if len(text.strip()) >= self.limit("min_length") else f"{text} – und noch einige Worte mehr"

    def mark(self, kind: type) -> Any:
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


@cache
def leaves(model: type[BaseModel]) -> tuple[Leaf, ...]:
    found = (leaf for name, info in model.model_fields.items() for leaf in _inside(info.annotation, tuple(info.metadata), (name,)))
    return tuple({leaf.place: leaf for leaf in found}.values())


def _inside(annotation: Any, marks: tuple[Any, ...], place: Place) -> Iterator[Leaf]:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _inside(inner, (*marks, *more), place)
    elif get_origin(annotation) in (UnionType, Union):
        for option in get_args(annotation):
            if option is not type(None):
                yield from _inside(option, marks, place)
    elif get_origin(annotation) is tuple:
        yield from _inside(get_args(annotation)[0], (), (*place, EACH))
    elif issubclass(annotation, BaseModel):
        yield from (Leaf((*place, *leaf.place), leaf.base, leaf.marks) for leaf in leaves(annotation))
    else:
        yield Leaf(place, annotation, marks)


# --- one record, or one term, with everything it can say -----------------------------------------------------------------

_IDS = {
    "massnahmen": "musterstadt/stadt-app",
    "modellprojekte": "musterstadt",
    "loesungen": "stadt-app",
    "ressourcen": "leitfaden-stadt-app",
    "gemeinschaften": "stadt-app-gemeinschaft",
    "wissen": "phase-1",
}
_FIXED: dict[Place, Any] = {
    ("koordinaten", "breite"): 51.5,
    ("koordinaten", "laenge"): 10.25,
    ("begriffe", EACH, "symbol"): "material/bus",
    ("begriffe", EACH, "kuerzel"): "SN",
    ("nach", "modellprojekt"): "beispielkreis",
    ("nach", "massnahme"): "beispielkreis/hochwasserwarnung",
    ("von", "name"): "Musterstadt",
    ("nach", "name"): "Beispielkreis",
}
_STARTING_POINT = ("wege", "zuerst", "fallstricke")
_LEFT_OUT = {("frueher", EACH), *((block, EACH, other) for block in _STARTING_POINT for other in ("loesung", "ressource", "wissen"))}
"""Names nothing ordinary could stand for, and references of which only one may be there."""
_STATES = (("umgesetzt", ()), ("eingestellt", ("beendet_weil",)), ("geplant", ("stockt_weil",)))


def record(kind: str, model: type[BaseModel], number: int, choose: Choice, more: Place = ()) -> dict[str, Any]:
    """`more` is where the model stands inside a bigger one."""
    data: dict[str, Any] = {}
    for leaf in leaves(model):
        attack = choose((kind, (*more, *leaf.place)), leaf) if leaf.is_text else None
        value = attack if attack is not None else _ordinary(leaf, number)
        if value is not None and not _unfit(kind, leaf, number):
            _put(data, leaf.place, value)
    if "wege" in data:
        data["wege"] += [dict(data["wege"][0]), dict(data["wege"][0])]
    return data


def _unfit(kind: str, leaf: Leaf, number: int) -> bool:
    """What cannot stand beside the rest: of the shapes a record may take, every number takes the next."""
    if kind == "programm":
        return leaf.place[0] == ("reihe" if number % 2 else "wert")
    if kind == "wissen":
        return leaf.place[0] in _STARTING_POINT and number % 2 == 1
    return False


def _ordinary(leaf: Leaf, number: int) -> Any:
    form = (mark.json_schema or {}).get("x-form") if (mark := leaf.mark(WithJsonSchema)) else None
    if leaf.place in _FIXED:
        return _FIXED[leaf.place]
    if leaf.place in _LEFT_OUT:
        return None
    if reference := leaf.mark(RefTo):
        return _IDS[reference.kind]
    if term := leaf.mark(TermOf):
        return _term(term.vocabulary, number)
    if form:
        return "https://www.beispiel.example/seite" if form == "adresse" else "2024-06"
    return {str: HARMLESS, bool: True, int: 7, float: 7.5}[leaf.base]


def _term(vocabulary: str, number: int) -> str:
    if vocabulary == "status":
        return _STATES[number % 3][0]
    if vocabulary == "wissensarten":
        return "phase" if number % 2 else "einstieg"
    return str(vocabularies()[vocabulary]["begriffe"][0]["id"])


def _put(data: Any, place: Place, value: Any) -> None:
    for step, following in zip(place, (*place[1:], None), strict=True):
        inner: Any = value if following is None else [] if following == EACH else {}
        if step == EACH:
            if not data:
                data.append(inner)
            data = data[0]
        else:
            data = data.setdefault(step, inner)


# --- whole trees ---------------------------------------------------------------------------------------------------------


@cache
def base() -> Reading:
    """The fictitious Wissensspeicher, which the attacked records refer to."""
    return read(SAMPLE)


@cache
def vocabularies() -> Mapping[str, Any]:
    """The vocabularies as they stand in their files."""
    return {entry.id: entry.tree.data for entry in base().entries if entry.kind.folder == "vokabular"}


@cache
def models() -> Mapping[str, type[BaseModel]]:
    """Every kind of record, and every vocabulary as a kind of its own."""
    return {
        **{kind.folder: kind.model for kind in KINDS.values() if kind.folder != "vokabular"},
        **{f"vokabular/{name}": VOCABULARIES[name] for name in vocabularies()},
    }


def attacked(numbers: range, choose: Callable[[int], Choice], kinds: Iterable[str] | None = None) -> dict[str, str]:
    """Text by file: for every number a record of every kind and a term of every vocabulary, beside those of the fictitious ones."""
    files: dict[str, str] = {}
    for kind in kinds or models():
        model = models()[kind]
        made = [record(kind, model, number, choose(number)) for number in numbers]
        if kind.startswith("vokabular/"):
            terms = [one["begriffe"][0] for one in made]
            for number, term in zip(numbers, terms, strict=True):
                term["id"] = name_of(number) if term["id"] == HARMLESS else term["id"]
            known = vocabularies()[kind.partition("/")[2]]["begriffe"]
            files[f"{kind}.yml"] = written(made[0] | {"begriffe": [*known, *terms]})
        else:
            for number, one in zip(numbers, made, strict=True):
                files[file_of(kind, number)] = written(one)
    return files


def file_of(kind: str, number: int) -> str:
    return f"{kind}/{id_of(kind, number)}{KINDS[kind].suffix}"


def id_of(kind: str, number: int) -> str:
    return f"{name_of(number)}/{name_of(number)}" if KINDS[kind].by_project else name_of(number)


def name_of(number: int) -> str:
    return f"angriff-{number:03}"


def written(data: dict[str, Any]) -> str:
    """As YAML in which every sign that is not plain is escaped: the attack arrives as it is."""
    head = {key: value for key, value in data.items() if key != "text"}
    text = yaml.dump(head, Dumper=yaml.CSafeDumper, sort_keys=False, width=1_000_000)
    return f"---\n{text}---\n\n{data['text']}\n" if "text" in data else text


# --- what the check says of them -----------------------------------------------------------------------------------------


def checked(files: Mapping[str, str]) -> list[Problem]:
    """Every problem of these files among those of the fictitious Wissensspeicher, whose place they take."""
    entries = [entry for entry in base().entries if entry.file not in files]
    problems = list(base().problems)
    for file, text in files.items():
        entry, found = entry_of(file, text)
        entries.append(entry)
        problems += found
    return check(Reading(entries, problems), TODAY)


def fields() -> dict[Field, Leaf]:
    """Every text field of every kind."""
    return {(kind, leaf.place): leaf for kind, model in models().items() for leaf in leaves(model) if leaf.is_text}


def examined(kind: str) -> str:
    """Vocabularies of the same shape are examined alike: the first of them stands for all."""
    return next(other for other, model in models().items() if model is models()[kind])


def refused(text: str) -> dict[Field, list[Problem]]:
    """The errors for an attack that stands in all text fields of all kinds at once, by field."""
    found: dict[Field, list[Problem]] = defaultdict(list)
    vocabularies = {kind for kind in map(examined, models()) if kind.startswith("vokabular/")}
    records = [kind for kind in models() if not kind.startswith("vokabular/")]
    for kinds in (records, sorted(vocabularies)):  # apart, for a record may refer to the terms of a whole vocabulary only
        for problem in errors(checked(attacked(range(2, 3), lambda _: lambda _, leaf: leaf.fitted(text), kinds))):
            found[field_of(problem)].append(problem)
    return dict(found)


def field_of(problem: Problem) -> Field:
    kind = problem.file.partition(".")[0] if problem.file.startswith("vokabular/") else problem.file.partition("/")[0]
    return kind, tuple(re.sub(r"\[\d+\]", f".{EACH}", problem.field).split("."))


# --- which attack goes where ---------------------------------------------------------------------------------------------

Plan = Mapping[tuple[Field, int], str]


def planned(families: Mapping[str, Sequence[str]], verdicts: Mapping[str, Mapping[Field, Any]]) -> Plan:
    """As many numbers as families: every field meets every family, and of each family what stands nowhere yet before the rest."""
    names, plan = list(families), {}
    used: Counter[str] = Counter()
    for index, (field, leaf) in enumerate(fields().items()):
        taken: set[str] = set()  # ids may stand there once only
        for number in range(len(names)):
            texts = families[names[(index + number) % len(names)]]
            fit = [text for text in texts if (examined(field[0]), field[1]) not in verdicts[text] and text not in taken]
            if fit:
                text = min(fit, key=used.__getitem__)
                used[text] += 1
                plan[field, number] = leaf.fitted(text)
                taken |= {text} if field[1][-1] == "id" else set()
    return plan
