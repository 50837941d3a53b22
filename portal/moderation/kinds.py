"""What can wait in the queue: each kind is registered by the feature that owns it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from flask import g, has_request_context

from portal.accounts.models import User
from portal.i18n import language
from portal.moderation.authors import OwnText
from portal.moderation.models import Decision


@dataclass(frozen=True)
class Item:
    """A thing in the queue, as a moderator reads it."""

    id: int
    heading: str
    paragraphs: tuple[tuple[str, str], ...]
    language: str
    place: str
    url: str
    voice: str
    shown: str = ""
    """What others read of it until now, where that is not the heading."""
    pictures: tuple[tuple[str, str], ...] = ()
    """The address of each, and what is in it."""
    about: tuple[str, str, str] | None = None
    """What it is said of: what that is called, its words and their language."""
    author: str = ""
    """The key of whose words these are."""
    fields: tuple[str, ...] = ("body",)
    """What screening calls the field of the heading and that of each paragraph."""


@dataclass(frozen=True)
class Like:
    """Something public that says much the same as what waits."""

    id: int
    heading: str
    language: str
    url: str


Likes = dict[int, tuple[Like, ...]]


@dataclass(frozen=True)
class Kind:
    """How things of one kind are read, and what is done with them by id. `reopen`
    lets a thing wait as before a decision; it raises Refused where things went on
    since. `erase` deletes words that are not public. `take_off` returns to its writer
    what is on the board, where that is not what `send_back` does. `publish_all` is
    `publish` of many, in few statements; `read` is `items` and what is like them, in as
    few. `texts` are things as their authors find them
    again, `readable` says whether who looks may read what is public. What has no
    writer to go back to `returns` not; `passes_on` is what publishing is called
    there."""

    label: object
    items: Callable[[Sequence[int]], dict[int, Item]]
    publish: Callable[[int], None]
    send_back: Callable[[int], None]
    hide: Callable[[int], None]
    reopen: Callable[[int, Decision], None]
    erase: Callable[[int], None]
    public: Callable[[Iterable[int]], set[int]]
    similar: Callable[[int], list[int]] | None = None
    merge: Callable[[int, int, User], None] | None = None
    take_off: Callable[[int], None] | None = None
    publish_all: Callable[[Sequence[int]], None] | None = None
    read: Callable[[Sequence[int]], tuple[dict[int, Item], Likes]] | None = None
    texts: Callable[[Sequence[int]], dict[int, OwnText]] | None = None
    readable: Callable[[int], bool] = lambda _item_id: True
    returns: bool = True
    passes_on: object = ""


Titles = Callable[[Sequence[int]], dict[int, str]]

KINDS: dict[str, Kind] = {}
PLACES: list[Titles] = []


def register(name: str, kind: Kind) -> None:
    KINDS[name] = kind


def register_places(titles: Titles) -> None:
    """Say what workshops are called, by id, in the language of the page."""
    PLACES[:] = [titles]


def places(workshops: Iterable[int]) -> dict[int, str]:
    """What these workshops are called; one request asks for each once."""
    known: dict[tuple[str, int], str]
    known = g.setdefault("places", {}) if has_request_context() else {}
    asked = set(workshops)
    wanted = sorted(one for one in asked if (language(), one) not in known)
    for titles in PLACES if wanted else []:
        known |= {(language(), one): title for one, title in titles(wanted).items()}
    return {one: known[language(), one] for one in asked if (language(), one) in known}
