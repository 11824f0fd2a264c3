"""Who publishes this Wissensspeicher, under which name and where. All of it comes from configuration, nothing from code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

PROGRAMME = "{Programm}"
"""Stands for the programme's name in texts that are written before it is known."""
UNSET = "[noch nicht eingetragen]"
"""Marks what a publisher has to fill in. It is meant to be seen, in the data as on the pages."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """The block `extra.herausgeber` of mkdocs.yml, with its keys."""

    name: str = f"{UNSET} Name der herausgebenden Stelle"
    website: str = "https://example.org/noch-nicht-eingetragen"
    email: str = "noch-nicht-eingetragen@example.org"
    sicherheit: str = ""
    """Where weaknesses are reported: an address of a page or mailto:. Without it, the e-mail address."""
    dcatde_contributor_id: str = "http://dcat-ap.de/def/contributors/NOCH-NICHT-EINGETRAGEN"
    """Assigned by GovData to whoever delivers data, see dcat-ap.de/def/contributors."""
    gebiet: str = "http://dcat-ap.de/def/politicalGeocoding/Level/federal"
    """Level of administration in the words of DCAT-AP.de."""

    @property
    def unset(self) -> list[str]:
        """The keys that still hold their placeholder."""
        needed = ("name", "website", "email", "dcatde_contributor_id")
        return [key for key in needed if getattr(self, key) == type(self).__dataclass_fields__[key].default]


@dataclass(frozen=True, slots=True)
class Publication:
    name: str = "Wissensspeicher"
    description: str = ""
    address: str = ""
    """The public address with a slash at the end. Empty where it is not known: then every link stays relative."""
    repository: str = ""
    programme: str = "Modellprojekte"
    """What the measures were built in, as it follows „Maßnahmen der …“."""
    introduction: str = ""
    """What the programme is, above its figures."""
    curator: str = ""
    """Who marks solutions as practice-proven."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """The accent in light and dark, as #rrggbb under „hell“ and „dunkel“."""
    publisher: Publisher = field(default_factory=Publisher)

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Publication:
        """From the values of mkdocs.yml."""
        extra = config.get("extra") or {}
        block, programme = extra.get("herausgeber") or {}, extra.get("programm") or {}
        keys = {entry.name for entry in fields(Publisher)}
        address = config.get("site_url") or ""
        return cls(
            name=config.get("site_name") or cls().name,
            description=config.get("site_description") or "",
            address=address and address.rstrip("/") + "/",
            repository=extra.get("repository") or config.get("repo_url") or "",
            programme=programme.get("name") or "Modellprojekte",
            introduction=programme.get("einleitung") or "",
            curator=programme.get("kuratiert_von") or "",
            colours={key: value for key, value in (extra.get("farben") or {}).items() if value},
            publisher=Publisher(**{key: str(value) for key, value in block.items() if key in keys and value}),
        )

    def url(self, path: str, up: str = "") -> str:
        """A place on the site: whole where the public address is known, else relative, `up` leading to the root."""
        return f"{self.address}{path}" if self.address else f"{up}{path}" or "./"


NOBODY = Publication()
"""For whoever builds without configuration, such as tests of single pages."""
