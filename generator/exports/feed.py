"""What is new and what changed, as an Atom feed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.addresses import address_of
from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.history import Change, History, as_moment
from generator.publication import Publication
from generator.records import KINDS
from generator.records.fields import Record, newest

LONGEST = 100
"""Readers ask again often; whoever wants everything takes the API."""
_ATOM = "http://www.w3.org/2005/Atom"


class _News(NamedTuple):
    record: Record
    change: Change
    from_history: bool


def files(catalogue: Catalogue, publication: Publication, history: History) -> Iterator[SiteFile]:
    news = [
        _News(record, history.get(record.file) or _by_its_dates(record), record.file in history)
        for kind, records in catalogue.kinds().items()
        if kind != "vokabular"
        for record in records.values()
    ]
    # of one commit, the record with the newest knowledge first
    news.sort(key=lambda one: (one.change.updated, _newest_date(one.record), one.record.file), reverse=True)
    news = news[:LONGEST]
    yield SiteFile("feed.xml", _feed(news, catalogue, publication))


def _by_its_dates(record: Record) -> Change:
    """Without a repository: the newest date the record itself knows, as the beginning of that year, month or day."""
    moment = as_moment(_newest_date(record))
    return Change(moment, moment)


def _newest_date(record: Record) -> str:
    known = [getattr(record, "geprueft", None), getattr(record, "stand", None), newest(getattr(record, "quellen", ()))]
    return max(filter(None, known), default="")


def _feed(news: list[_News], catalogue: Catalogue, publication: Publication) -> str:
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": "de"})
    _add(feed, "title", f"{publication.name}: neue und geänderte Einträge")
    _add(feed, "subtitle", publication.description)
    _add(feed, "id", publication.url("feed.xml") if publication.address else f"urn:wissensspeicher:{_token(publication.name)}:feed")
    _add(feed, "updated", max((one.change.updated for one in news), default=as_moment(catalogue.stand)))
    SubElement(SubElement(feed, "author"), "name").text = publication.publisher.name
    _add(feed, "rights", "CC BY 4.0")
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": publication.url("feed.xml")})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": publication.url("")})
    for one in news:
        _entry(feed, one, publication)
    indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _entry(feed: Element, one: _News, publication: Publication) -> None:
    record, change = one.record, one.change
    first_id = next(iter(getattr(record, "frueher", ())), record.id)  # a renamed record is no new one
    kind = KINDS[record.file.partition("/")[0]]
    said = ("Neu" if change.created == change.updated else "Geändert") if one.from_history else "Stand"
    entry = SubElement(feed, "entry")
    _add(entry, "title", f"{said}: {getattr(record, 'titel', record.id)} ({kind.one})")
    _add(entry, "id", f"urn:wissensspeicher:{_token(publication.address or publication.name)}:{kind.folder}:{first_id}")
    _add(entry, "published", change.created)
    _add(entry, "updated", change.updated)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": publication.url(address_of(record) or "")})
    SubElement(entry, "category", {"term": kind.folder, "label": kind.one})
    _add(entry, "summary", str(getattr(record, "kurz", None) or getattr(record, "erklaerung", None) or getattr(record, "titel", record.id)))


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _token(text: str) -> str:
    """A name as it may stand in a URN."""
    return "".join(character if character.isascii() and character.isalnum() else "-" for character in text.casefold()).strip("-")
