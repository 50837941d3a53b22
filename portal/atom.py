"""News as a feed in Atom."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from portal.addresses import plain

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
STANDING_SINCE = "2026"
"""The year in which names of this kind were first given; it never changes."""
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """`name` is what it is called for ever within this portal."""

    name: str
    title: str
    summary: str
    language: str
    address: str
    published: datetime | None
    updated: datetime


@dataclass(frozen=True)
class Feed:
    """`address` is that of the page, `own` that of the feed."""

    name: str
    title: str
    language: str
    address: str
    own: str
    author: str
    entries: Iterable[Entry]


def written(feed: Feed) -> bytes:
    """The feed as a document, newest first as its entries stand. Where it has none, it
    was last updated when nothing was."""
    entries = list(feed.entries)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    add(root, "id", name_of(feed.name))
    add(root, "title", feed.title)
    last = max((entry.updated for entry in entries), default=datetime(2026, 1, 1))  # noqa: DTZ001
    add(root, "updated", moment(last))
    SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=feed.own)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.address)
    add(SubElement(root, "author"), "name", feed.author)
    for entry in entries:
        add_entry(root, entry)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def add_entry(root: Element, entry: Entry) -> None:
    element = SubElement(root, "entry", {"xml:lang": entry.language})
    add(element, "id", name_of(entry.name))
    add(element, "title", entry.title)
    add(element, "updated", moment(entry.updated))
    if entry.published:
        add(element, "published", moment(entry.published))
    SubElement(element, "link", rel="alternate", type="text/html", href=entry.address)
    add(element, "summary", entry.summary)


def add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = NOT_IN_XML.sub("", text)


def moment(stored: datetime) -> str:
    return stored.replace(tzinfo=UTC, microsecond=0).isoformat()


def name_of(name: str) -> str:
    """A tag URI (RFC 4151): it stays when the address changes."""
    host = plain("").partition(":")[0]
    return f"tag:{host},{STANDING_SINCE}:{name}"
