"""Do the values that point elsewhere point to something?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.icons import icon
from generator.nearest import did_you_mean
from generator.problems import Problem
from generator.reading import Entry, Reading, strings
from generator.reading.names import is_name
from generator.reading.shape import shown
from generator.records.fields import TermOf
from generator.records.pointers import pointed
from generator.records.vokabular import Begriff


def known_targets(reading: Reading) -> Iterator[Problem]:
    """Every term is in its vocabulary and every reference leads to a record."""
    ids = _ids(reading)
    terms, renamed = _terms(reading), renamed_in(reading)
    for entry in reading.entries:
        model = entry.kind.model_of(entry.id)
        for path, value, mark in pointed(model, entry.tree.data) if model else ():
            if isinstance(mark, TermOf):
                known = terms.get(mark.vocabulary)
                if known is not None and value not in known:
                    yield entry.problem(path, "vokabular", _unknown_term(value, mark.vocabulary, known))
            elif value == entry.id and mark.kind == entry.kind.folder:
                yield entry.problem(path, "verweis", f"{shown(value)} verweist auf sich selbst.")
            elif value not in ids[mark.kind]:
                yield entry.problem(path, "verweis", _unknown_record(value, mark.kind, ids[mark.kind], renamed.get((mark.kind, value))))


def _ids(reading: Reading) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = defaultdict(set)
    for entry in reading.entries:
        ids[entry.kind.folder].add(entry.id)
    return ids


def renamed_in(reading: Reading) -> dict[tuple[str, str], str]:
    """The id of today, by kind and former id."""
    return {(entry.kind.folder, old): entry.id for entry in reading.entries for old in strings(entry.get("frueher"))}


def _terms(reading: Reading) -> dict[str, dict[str, Begriff]]:
    """The terms of every readable vocabulary, by id. Of two files that should have one name the first counts, as it is named right."""
    return {
        entry.id: {term.id: term for term in getattr(entry.record, "begriffe", ())}
        for entry in reversed(reading.entries)
        if entry.kind.folder == "vokabular" and entry.record is not None
    }


def _unknown_term(value: str, vocabulary: str, known: dict[str, Begriff]) -> str:
    called = {word.casefold(): term.id for term in known.values() for word in (*term.synonyme, term.name)}
    meant = did_you_mean(called.get(value.casefold(), value), known)
    return f"{shown(value)} steht nicht im Vokabular „{vocabulary}“.{meant} Erlaubt sind: {', '.join(known)}."


def _unknown_record(value: str, kind: str, known: set[str], renamed: str | None) -> str:
    if renamed:
        return f"{shown(value)} heißt jetzt „{renamed}“. Tragen Sie hier die neue Kennung ein."
    return f"{shown(value)} gibt es unter „{kind}“ nicht.{did_you_mean(value, sorted(known))} Erwartet wird die Kennung eines Datensatzes, also der Dateiname ohne Endung."


def known_symbols(reading: Reading) -> Iterator[Problem]:
    """The symbol of a term is one the theme has."""
    for entry in reading.entries:
        terms = entry.get("begriffe")
        for index, term in enumerate(terms if isinstance(terms, list) else ()):
            name = term.get("symbol") if isinstance(term, dict) else None
            if isinstance(name, str) and icon(name) is None:
                message = f"Das Symbol {shown(name)} hat das Thema nicht. Die Namen stehen in der Symbolsuche von Material for MkDocs."
                yield entry.problem(("begriffe", index, "symbol"), "symbol", message)


def own_project(reading: Reading) -> Iterator[Problem]:
    """Measures lie in the folder of an existing project; a strategy is named after one."""
    projects = _ids(reading)["modellprojekte"]
    for entry in reading.entries:
        project = entry.id.split("/")[0]
        if entry.kind.folder in ("massnahmen", "strategien") and project not in projects:
            yield entry.problem(
                (),
                "modellprojekt",
                f"Das Modellprojekt „{project}“ gibt es nicht.{did_you_mean(project, sorted(projects))} Legen Sie zuerst modellprojekte/{project}.yml an.",
            )


def free_old_ids(reading: Reading) -> Iterator[Problem]:
    """An old id redirects: it must have the form of an id, belong to no living record and be claimed once."""
    ids = _ids(reading)
    claimed: dict[tuple[str, str], Entry] = {}
    for entry in reading.entries:
        for index, old in enumerate(strings(entry.get("frueher"))):
            path, key = ("frueher", index), (entry.kind.folder, old)
            if not _is_id(old, entry):
                yield entry.problem(path, "frueher", f"{shown(old)} hat nicht die Form einer Kennung wie „{entry.id}“.")
            elif old in ids[entry.kind.folder]:
                yield entry.problem(
                    path, "frueher", f"{shown(old)} ist die Kennung eines bestehenden Datensatzes und kann nicht weiterleiten."
                )
            elif key in claimed:
                yield entry.problem(path, "frueher", f"{shown(old)} beansprucht schon {claimed[key].file}.")
            claimed.setdefault(key, entry)


def _is_id(value: str, entry: Entry) -> bool:
    parts = value.split("/")
    return len(parts) == 1 + entry.kind.by_project and all(is_name(part) for part in parts)
