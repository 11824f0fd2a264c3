"""A page per term of a vocabulary: what it means and which records stand under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.addresses import FACETS, TERM_FOLDERS, page_of_term
from generator.catalogue import Catalogue
from generator.pages.dead_ends import TERM, dead_ends
from generator.pages.einstiege import starting_points
from generator.pages.groups import by_state
from generator.pages.rendering import Page
from generator.publication import PROGRAMME
from generator.records.massnahme import Massnahme
from generator.records.vokabular import Begriff
from generator.wording import count, listed, number


def pages(catalogue: Catalogue) -> Iterator[Page]:
    for vocabulary, folder in TERM_FOLDERS.items():
        whole = catalogue.vokabular[vocabulary]
        yield Page(
            f"{folder}/index.md",
            "vokabular",
            whole.titel,
            f"{whole.titel}: alle Einträge des Wissensspeichers danach geordnet.",
            {"v": whole, "name": vocabulary},
            kind="uebersicht",
        )
        for term in whole.begriffe:
            yield _term(catalogue, vocabulary, term)


def _term(catalogue: Catalogue, vocabulary: str, term: Begriff) -> Page:
    measures = catalogue.mit("massnahmen", vocabulary, term.id)
    others = {kind: catalogue.mit(kind, vocabulary, term.id) for kind in ("loesungen", "modellprojekte", "gemeinschaften", "ressourcen")}
    stopped = (vocabulary, term.id) == TERM
    return Page(
        page_of_term(vocabulary, term),
        "eingestellt" if stopped else "thema",
        f"{term.name} ({catalogue.vokabular[vocabulary].titel})",
        f"{PROGRAMME}: was aufgegeben wurde oder stockt, mit dem Grund, soweit eine Quelle ihn nennt."
        if stopped
        else f"{term.name}: {count(measures, 'Maßnahme', 'Maßnahmen')} der {PROGRAMME}, nach Stand geordnet.",
        {
            "t": term,
            "ueberblick": _overview(catalogue, measures, term),
            "vokabular": vocabulary,
            "filter": next((facet for facet, name in FACETS.items() if name == vocabulary), ""),
            "massnahmen": len(measures),
            "gruppen": by_state(catalogue, measures),
            "einstiege": starting_points(catalogue, vocabulary, term.id),
            **others,
            **(dead_ends(catalogue) if stopped else {}),
        },
        kind="thema",
    )


def _overview(catalogue: Catalogue, measures: Sequence[Massnahme], term: Begriff) -> str:
    """What the measures under a term are mostly about and how far they are, in a sentence or two."""
    if not measures:
        return "Dazu ist bisher keine Maßnahme verzeichnet."
    own = term.id in catalogue.begriffe["handlungsfelder"]
    served = (field for measure in measures for field in (measure.handlungsfelder if own else measure.handlungsfelder[:1]))
    fields = Counter(field for field in served if field != term.id).most_common(3)
    proven = sum(measure.status in ("umgesetzt", "verstetigt") for measure in measures)
    most = listed(f"„{catalogue.begriff('handlungsfelder', field).name}“ ({number(amount)})" for field, amount in fields)
    about = f"{'Oft geht es auch um' if own else 'Am häufigsten geht es um'} {most}. " if len(measures) > 1 and fields else ""
    return f"{about}Umgesetzt oder dauerhaft in Betrieb: {number(proven)} von {number(len(measures))}."
