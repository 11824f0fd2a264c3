"""What the search knows of a record."""

from __future__ import annotations

import pytest

from generator.catalogue import Catalogue
from generator.records import KINDS
from generator.records.columns import columns_without_terms
from generator.search.documents import documents

NOT_OWN_WORDS = {"frueher", "einheit", "einwohner_quelle", "kommunen"}


@pytest.mark.parametrize("kind", ["massnahmen", "loesungen", "modellprojekte", "strategien", "ressourcen", "wissen", "programm"])
def test_whatever_text_a_record_has_is_searched(sample_catalogue: Catalogue, kind: str) -> None:
    """A new text field is found without a line in the search."""
    fields = {
        column.key
        for column in columns_without_terms(KINDS[kind])
        if column.form == "text" and not column.vocabulary and not column.kind and len(column.path) == 1
    }
    found = {document.id: document for document in documents(sample_catalogue, ()) if document.kind == kind}
    for record in sample_catalogue.kinds()[kind].values():
        document = found[record.id]
        words = f"{document.title}\n{document.short}\n{document.rest}"
        for field in fields - NOT_OWN_WORDS:
            for text in [value] if isinstance(value := getattr(record, field), str) else value or ():
                assert text in words, (record.id, field)


def test_what_holds_a_measure_up_is_found(catalogue: Catalogue) -> None:
    held_up = next(measure for measure in catalogue.massnahmen.values() if measure.stockt_weil)
    document = next(document for document in documents(catalogue, ()) if document.key == f"massnahmen/{held_up.id}")
    assert held_up.stockt_weil
    assert held_up.stockt_weil in document.rest
