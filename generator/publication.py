"""Who publishes this Wissensspeicher, under which name and where. All of it comes from configuration, nothing from code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.settings import Colours, Contributing, Programme, Publisher, place_of, settings

QUESTIONS = "wissen/fragen.md"
"""The page by hand, beside those of knowledge."""
PROGRAMME = "{Programm}"
"""Stands for the programme's name in texts that are written before it is known."""


@dataclass(frozen=True, slots=True)
class Publication:
    name: str = "Wissensspeicher"
    description: str = ""
    address: str = ""
    """The public address with a slash at the end. Empty where it is not known: then every link stays relative."""
    repository: str = ""
    programme: str = Programme().name
    introduction: str = ""
    curator: str = ""
    colours: Colours = field(default_factory=Colours)
    publisher: Publisher = field(default_factory=Publisher)
    contributing: Contributing = field(default_factory=Contributing)
    questions: bool = False
    """Whether somebody wrote down frequent questions, which other pages then lead to."""
    outline: str | None = None
    """The outline of the map as JSON, where it is not that of Germany's states."""

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Publication:
        """From the values of mkdocs.yml; raises WrongSettings."""
        extra = settings(config)
        address = config.get("site_url") or ""
        return cls(
            name=config.get("site_name") or cls().name,
            description=config.get("site_description") or "",
            address=address and address.rstrip("/") + "/",
            repository=extra.repository or config.get("repo_url") or "",
            programme=extra.programm.name,
            introduction=extra.programm.einleitung or "",
            curator=extra.programm.kuratiert_von or "",
            colours=extra.farben,
            publisher=extra.herausgeber,
            contributing=extra.mitmachen,
            questions=(Path(config.get("docs_dir") or "") / QUESTIONS).is_file(),
            outline=(place_of(config).parent / extra.umriss).read_text("utf-8") if extra.umriss else None,
        )

    def url(self, path: str, up: str = "") -> str:
        """A place on the site: whole where the public address is known, else relative, `up` leading to the root."""
        return f"{self.address}{path}" if self.address else f"{up}{path}" or "./"


NOBODY = Publication()
"""For whoever builds without configuration, such as tests of single pages."""
