"""What is told of a service before it is stored."""

from dataclasses import dataclass, field
from datetime import date

from portal.directory.models import (
    ChannelKind,
    Charge,
    Known,
    Organisation,
    Origin,
    Team,
    TextState,
)
from portal.vocabulary.queries import Word


@dataclass(frozen=True)
class DraftText:
    """A service in one language; Markdown where it is long."""

    name: str
    summary: str = ""
    description: str = ""
    audience: str = ""
    situations: str = ""
    access: str = ""
    cost: str = ""
    criteria: str = ""
    deadline: str = ""
    processing_time: str = ""
    validity: str = ""
    assessment: str = ""
    recorded: str = ""
    name_asked: str = ""
    told: str = ""
    bring: str = ""
    promise: str = ""
    tier_reason: str = ""
    professionals: str = ""
    staff_notes: str = ""
    state: TextState = TextState.PUBLISHED


@dataclass(frozen=True)
class DraftEasy:
    """A service in easy language; `body` is Markdown."""

    name: str
    body: str
    checked_on: date | None = None
    state: TextState = TextState.PUBLISHED


@dataclass(frozen=True)
class DraftChannel:
    """A way to a service; `texts` hold its name and a note, by language."""

    kind: ChannelKind
    contact: str = ""
    identification: Known = Known.UNKNOWN
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Mark:
    """A code of somebody else's list."""

    scheme: str
    uri: str
    label: str
    language: str


@dataclass(frozen=True)
class Law:
    """An act as named in one language; its names share a position."""

    position: int
    language: str
    name: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Everything about a service that is stored at once."""

    origin: Origin
    texts: dict[str, DraftText]
    twin_key: str
    slug: str = ""
    organisation: Organisation | None = None
    team: Team | None = None
    assessment: Known = Known.UNKNOWN
    recorded: Known = Known.UNKNOWN
    name_asked: Known = Known.UNKNOWN
    told: Known = Known.UNKNOWN
    charge: Charge = Charge.UNKNOWN
    phone: str = ""
    email: str = ""
    interpreter: Known = Known.UNKNOWN
    sensitive: bool = False
    wait_days: int | None = None
    wait_checked_on: date | None = None
    checked_on: date | None = None
    review_months: int = 12
    review_email: str = ""
    tags: list[Word] = field(default_factory=list)
    codes: list[Mark] = field(default_factory=list)
    laws: list[Law] = field(default_factory=list)
    channels: list[DraftChannel] = field(default_factory=list)
    easy: dict[str, DraftEasy] = field(default_factory=dict)
