"""What is made of the models for people who contribute: schemas for editors, forms for both forges, the table of fields.

The files lie in the repository, because editors and forges read them there. `wissensspeicher vorlagen` writes them anew,
and a test fails when one is stale.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.forms import editors, fields_page, github, gitlab
from generator.forms.questions import asked_forms


def generated(catalogue: Catalogue) -> Iterator[SiteFile]:
    """Every generated file of the repository, seen from its root."""
    forms = asked_forms(catalogue.begriffe)
    yield from editors.files(catalogue.begriffe)
    yield from github.files(forms)
    yield from gitlab.files(forms)
    yield fields_page.file(catalogue)
