"""Files that machines look for in fixed places: llms.txt, security.txt, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import address_of
from generator.catalogue import Catalogue
from generator.exports.markdown import line
from generator.files import SiteFile
from generator.publication import Publication
from generator.records import KINDS


def files(catalogue: Catalogue, publication: Publication) -> Iterator[SiteFile]:
    yield SiteFile("llms.txt", _llms(catalogue, publication))
    yield SiteFile(".well-known/security.txt", _security(catalogue, publication), finished=True)
    if publication.address:
        yield SiteFile("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {publication.url('sitemap.xml')}\n")


def _llms(catalogue: Catalogue, publication: Publication) -> str:
    """As described on llmstxt.org: what this is, how to read it well, and where everything lies."""
    lines = [
        f"# {publication.name}",
        "",
        f"> {publication.description}" if publication.description else "> Maßnahmen und Lösungen von Kommunen, mit Stand und Quellen.",
        "",
        f"Stand der Daten: {catalogue.stand}. Lizenz: CC BY 4.0, bitte Herkunft und Stand nennen. Sprache: Deutsch.",
        "",
        "Zu beachten: Ein Status gilt für den Tag seiner Quelle (`status_datum`), nicht für heute; nennen Sie ihn nie ohne dieses Datum. "
        "Ein fehlendes Feld heißt „nicht bekannt“, nicht „nein“. Die Sammlung ist nicht vollständig.",
        "",
        "Jede Seite eines Eintrags gibt es auch als Markdown: Aus `massnahmen/ort/name/` wird `massnahmen/ort/name.md`.",
        "",
        "## Daten",
        "",
        f"- [Verzeichnis der Schnittstelle]({publication.url('api/v1/index.json')}): alle Listen mit Anzahl und Schema",
        f"- [OpenAPI]({publication.url('api/v1/openapi.json')}): Beschreibung der Schnittstelle",
        *(
            f"- [{kind.many}]({publication.url(f'api/v1/{kind.folder}.json')}): {len(catalogue.kinds()[kind.folder])} Einträge"
            for kind in KINDS.values()
        ),
        "",
        "## Lösungen",
        "",
        *(
            f"- [{line(record.titel)}]({publication.url((address_of(record) or '').rstrip('/') + '.md')}): {line(record.kurz)}"
            for record in catalogue.loesungen.values()
        ),
        "",
        "## Optional",
        "",
        f"- [Maßnahmen als Tabelle]({publication.url('daten/massnahmen.csv')}): CSV mit Semikolon",
        f"- [Neue und geänderte Einträge]({publication.url('feed.xml')}): Atom",
        "",
    ]
    return "\n".join(lines)


def _security(catalogue: Catalogue, publication: Publication) -> str:
    """RFC 9116. It must name a day it expires; counted from the data, because a build asks no clock."""
    publisher = publication.publisher
    contact = publisher.sicherheit or f"mailto:{publisher.email}"
    year = int((catalogue.stand or "1970")[:4]) + 1
    lines = [
        "# Hier fehlen noch Angaben der herausgebenden Stelle (mkdocs.yml, extra: herausgeber)." if publisher.unset else "",
        f"Contact: {contact}",
        f"Expires: {year}-12-31T23:59:59Z",
        "Preferred-Languages: de, en",
        f"Canonical: {publication.url('.well-known/security.txt')}" if publication.address else "",
    ]
    return "\n".join(filter(None, lines)) + "\n"
