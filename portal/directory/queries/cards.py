"""A service as its card: everything somebody needs to know of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal.db import ask_versions, today
from portal.directory.hours.timetable import Timetable
from portal.directory.models import (
    CHANGES,
    ChannelKind,
    Known,
    Origin,
    Service,
    ServiceText,
)
from portal.directory.queries.around import Twin, joined, others, twins
from portal.directory.queries.channels import Way, ways
from portal.directory.queries.codes import codes
from portal.directory.queries.named import Named
from portal.directory.queries.names import (
    in_language,
    organisation_names,
    team_names,
)
from portal.directory.queries.outreach import Coming, next_stops
from portal.directory.queries.parts import Part, parts_of
from portal.directory.queries.places import Visit
from portal.directory.queries.reach import reach
from portal.directory.queries.texts import PUBLIC_READER, Reader, chosen, texts_of
from portal.directory.reviews import WAIT_MONTHS, months_after
from portal.search.queries import Name
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import Word, vocabulary

SUMMARY_LIMIT = 150
FOUR = ("assessment", "recorded", "name_asked", "told")


@dataclass(frozen=True)
class Line:
    """One of the four: what it is about, the answer, and what is said of it."""

    about: str
    answer: Known
    note: str


@dataclass(frozen=True)
class Card:
    """Notes that the reader may not see are empty in `text`."""

    service: Service
    text: ServiceText
    missing: bool
    languages: list[str]
    easy: list[str]
    tags: dict[Scheme, list[Word]]
    lines: list[Line]
    channels: list[Way]
    phone: Timetable | None
    visits: list[Visit]
    stops: list[list[Coming]]
    organisation: tuple[str, str] | None
    team: tuple[str, str] | None
    email: str
    codes: dict[str, list[Part]]
    laws: list[Part]
    practices: list[Name]
    workshops: list[Name]
    proposals: list[Name]
    threads: list[Name]
    twins: list[Twin]
    others: list[Named]

    @property
    def national(self) -> bool:
        return self.service.origin is Origin.NATIONAL_DESCRIPTION

    @property
    def next_check(self) -> date | None:
        """By when the card is to be checked again."""
        checked: date | None = self.service.checked_on
        return checked and months_after(checked, self.service.review_months)

    @property
    def late(self) -> bool:
        """Not checked within the time its team has promised."""
        return self.next_check is not None and today() > self.next_check

    @property
    def wait_is_old(self) -> bool:
        """The waiting time was checked so long ago that it may have changed."""
        checked: date | None = self.service.wait_checked_on
        return checked is None or today() > months_after(checked, WAIT_MONTHS)

    @property
    def summary_too_long(self) -> int:
        """By how many characters the summary is over the national limit."""
        return max(len(self.text.summary) - SUMMARY_LIMIT, 0)

    @property
    def only_by_identification(self) -> bool:
        """Every way in that is known asks for bank codes or the like."""
        open_ways = self.service.phone or self.service.email or self.visits
        asked = [way.identification for way in self.channels]
        return not open_ways and bool(asked) and set(asked) == {Known.YES}

    @property
    def chat(self) -> Way | None:
        """The first chat that needs no identification."""
        return next(
            (
                way
                for way in self.channels
                if way.kind is ChannelKind.CHAT
                and way.address
                and way.identification is not Known.YES
            ),
            None,
        )


def card(slug: str, language: str, reader: Reader = PUBLIC_READER) -> Card | None:
    """The card of a service in the language asked for or, marked, in another; None
    if this reader may see no text of it."""
    ask_versions(CHANGES, WORDS)
    texts = texts_of(slug, reader)
    if not texts:
        return None
    text = chosen(texts, language)
    found: Service = text.service
    parts = parts_of(found)
    tags = tags_among(parts["tag"])
    around = joined(found.id, ("practice", "workshop", "proposal", "thread"), language)
    owner = found.organisation
    ways_in = reach([found], language)[found.id]
    return Card(
        service=found,
        text=text,
        missing=text.language != language,
        languages=[code for code in texts if code != text.language],
        easy=sorted(part.language for part in parts["easy"]),
        tags=tags,
        lines=four_lines(found, text),
        channels=ways(parts["channel"], language),
        phone=ways_in.phone,
        visits=ways_in.visits,
        stops=next_stops(found.id, language, today()),
        organisation=owner and organisation_names(language).get(owner.id),
        team=found.team and team_names(language).get(found.team),
        email=owner.email if owner else "",
        codes=codes(parts["code"], language),
        laws=laws(parts["law"], text.language),
        practices=around["practice"],
        workshops=around["workshop"],
        proposals=around["proposal"],
        threads=around["thread"],
        twins=twins(parts["twin"], parts["twin-tag"], language),
        others=others(found, tags, language),
    )


def four_lines(found: Service, text: ServiceText) -> list[Line]:
    return [Line(about, getattr(found, about), getattr(text, about)) for about in FOUR]


def tags_among(parts: Iterable[Part]) -> dict[Scheme, list[Word]]:
    """The words of a service by scheme, in the vocabulary's order."""
    words = vocabulary().words
    found: dict[Scheme, list[Word]] = {scheme: [] for scheme in Scheme}
    for number in sorted(part.number for part in parts):
        found[words[number].scheme].append(words[number])
    return found


def laws(parts: Iterable[Part], language: str) -> list[Part]:
    """The acts, each as named in this language or, marked, in another."""
    acts: dict[int, dict[str, Part]] = defaultdict(dict)
    for part in parts:
        acts[part.number][part.language] = part
    return [in_language(acts[number], language)[0] for number in sorted(acts)]
