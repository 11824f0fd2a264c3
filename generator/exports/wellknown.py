"""Files that machines look for in fixed places: llms.txt, security.txt, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from generator.addresses import address_of
from generator.catalogue import Catalogue
from generator.exports.markdown import line
from generator.files import SiteFile
from generator.history import History, as_moment
from generator.publication import Publication
from generator.records import KINDS


def files(catalogue: Catalogue, publication: Publication, history: History) -> Iterator[SiteFile]:
    yield SiteFile("llms.txt", _llms(catalogue, publication))
    yield SiteFile(".well-known/security.txt", _security(catalogue, publication, history), finished=True)
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


def _security(catalogue: Catalogue, publication: Publication, history: History) -> str:
    """RFC 9116 wants a day of expiry, at most a year ahead. A build asks no clock, so it is a year after the last change."""
    publisher = publication.publisher
    contact = publisher.sicherheit or f"mailto:{publisher.email}"
    nobody = not publisher.sicherheit and "email" in publisher.unset
    changed = max(as_moment(catalogue.stand), *(change.updated for change in history.values()), "")
    expires = datetime.fromisoformat(changed) + timedelta(days=365)
    lines = [
        "# Hier fehlt noch eine Adresse der herausgebenden Stelle (mkdocs.yml, extra: herausgeber)." if nobody else "",
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: de, en",
        f"Canonical: {publication.url('.well-known/security.txt')}" if publication.address else "",
    ]
    return "\n".join(filter(None, lines)) + "\n"
