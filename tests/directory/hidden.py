"""Things of which some words must never be seen, and every page they might be on."""

import html
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote, urlencode
from zipfile import ZipFile

from flask import Flask

from portal.agreement.actions import set_service
from portal.ballots.models import PollState
from portal.db import bump, today
from portal.directory.actions import DraftEasy, DraftText
from portal.directory.models import (
    CHANGES,
    PlaceText,
    Service,
    ServiceAtPlaceText,
    TextState,
)
from portal.i18n import LANGUAGES
from portal.links.actions import join
from portal.notices import stopping
from portal.permissions import PUBLIC
from portal.upkeep import review_links
from portal.upkeep.actions.reviews import confirm
from portal.upkeep.notes import NO_NOTE
from portal.vocabulary.queries import vocabulary
from tests.agreement.things import make_strict_card
from tests.ballots.closed import make_closed
from tests.directory.hidden_library import make_library
from tests.directory.hidden_work import make_work
from tests.factories import (
    answer_phone,
    give_at,
    make_place,
    make_poll,
    make_proposal,
    make_service,
    make_stop,
    make_user,
    make_workshop,
)
from tests.moderation.things import make_flag
from tests.upkeep.feedback import make_answer, make_feedback
from tests.workshops.sessions import make_session

TELLING = ("Salakuja", "98761", "punainenkello")
UNREADY = ("Keskentitel", "Keskentext", "Halvsvensk", "Halvselko")
STAFF_ONLY = ("kahvihuoneella",)
ASKED_ONLY = {"flags"}
"""Routes that answer only where something is asked for."""
SHELTER, UNREADY_SLUG = "shelter-card", "unready"


@dataclass(frozen=True)
class World:
    """What the parts of addresses can be, by how a rule begins; the longest beginning
    counts. An address that holds one of the `closed` words leads nowhere."""

    parts: dict[str, list[dict[str, object]]]
    queries: dict[str, list[list[tuple[str, str]]]]
    closed: tuple[str, ...]


def make_world(app: Flask) -> World:
    shelter = make_shelter()
    unready = make_unready()
    card = make_strict_card("Shelters", slug="shelters")
    for service in (shelter, unready):
        set_service(card, service, wanted=True)
    practice, library = make_library(UNREADY[0], UNREADY[1], UNREADY_SLUG)
    workshop = make_workshop(code="ABC234")
    for service in (shelter, unready):
        join("service", service.id, "practice", practice.id)
        join("service", service.id, "workshop", workshop.id)
    told = [make_feedback(shelter), make_feedback(unready)]
    for one in told:
        make_answer(one)
    reader = make_user()
    bump(CHANGES)
    with app.app_context():
        tokens = [
            review_links.signed(one.id, one.checked_on) for one in (shelter, unready)
        ]
        stop = stopping.signed(reader.id, reader.created_at)
    parts = parts_of(workshop, [one.code for one in told], tokens)
    proposal = make_proposal(workshop)
    parts |= library | make_work(proposal, UNREADY[0], UNREADY[1], UNREADY_SLUG)
    parts["flags/<code>"] = [{"code": make_flag(proposal).code}]
    parts["notices/stop/<stop_token>"] = [{"stop_token": stop}]
    asked = queries()
    asked["flags"] = [[("kind", "proposal"), ("item", str(proposal.id))]]
    closed = (f"/{UNREADY_SLUG}", tokens[1])
    return World(parts, asked, closed)


def make_shelter() -> Service:
    place = make_place(protected=True, postal_code="98761", name="Safe house")
    PlaceText.delete().where(PlaceText.place == place).execute()
    for language in LANGUAGES:
        PlaceText.create(
            place=place,
            language=language,
            name="Safe house",
            street="Salakuja 7",
            arrival="Soita punainenkello",
        )
    easy = {code: DraftEasy("Shelter card", "You are safe.") for code in LANGUAGES}
    text = DraftText("Shelter card", "A bed", staff_notes="Avain kahvihuoneella")
    service = make_service(
        "Shelter card",
        "area:harju need:violence theme:safety access:none channel:visit tier:near",
        slug=SHELTER,
        phone="019 123 4555",
        texts=dict.fromkeys(LANGUAGES, text),
        easy=easy,
    )
    given = give_at(place, service, *["mon-sun 0:00-24:00"], phone="019 123 4556")
    for language in LANGUAGES:
        ServiceAtPlaceText.create(
            service_at_place=given, language=language, note="Ring", cost="Free"
        )
    also_around(service)
    confirm(
        service, edition=Service.get_by_id(service.id).edition, note=NO_NOTE, by=None
    )
    return Service.get_by_id(service.id)


def make_unready() -> Service:
    """A service in draft, and another whose Swedish and easy texts are."""
    draft = DraftText("Keskentitel", "Keskentext", state=TextState.DRAFT)
    service = make_service(
        "Keskentitel",
        "area:harju need:violence theme:safety access:none channel:visit tier:near",
        slug=UNREADY_SLUG,
        texts=dict.fromkeys(LANGUAGES, draft),
    )
    give_at(make_place(), service, "mon-sun 0:00-24:00")
    also_around(service)
    confirm(
        service, edition=Service.get_by_id(service.id).edition, note=NO_NOTE, by=None
    )
    make_service(
        "Half ready",
        "area:harju theme:safety",
        slug="half-ready",
        texts={
            "en": DraftText("Half ready", "In English"),
            "sv": DraftText("Halvsvensk", "Halvsvensk", state=TextState.REVIEW),
        },
        easy={"en": DraftEasy("Halvselko", "Halvselko", state=TextState.DRAFT)},
    )
    return Service.get_by_id(service.id)


def also_around(service: Service) -> None:
    answer_phone(service, "mon-sun 0:00-24:00")
    make_stop(service, "FREQ=DAILY", today(), spot="Square", note="By the kiosk")


def parts_of(workshop, codes, tokens):
    proposal = make_proposal(workshop).id
    polls = [{"number": poll.id} for poll in make_polls(workshop)]
    session = make_session(workshop).id
    services = [{"slug": slug} for slug in (SHELTER, UNREADY_SLUG, "half-ready")]
    workshops = [{"slug": workshop.slug}]
    return {
        "about/<name>": [{"name": name} for name in ("accessibility", "privacy")],
        "definition-cards/<slug>": [{"slug": "shelters"}],
        "definition-cards/<slug>.csv": [{"slug": "shelters"}],
        "feedback/<code>": [{"code": code} for code in codes],
        "inventories/": [],
        "join/<code>": [{"code": workshop.code}],
        "materials/": [],
        "municipalities/<code>": [{"code": "harju"}],
        "application-reviews/": [],
        "practices/<slug>/experiences/": [],
        "practices/<slug>/files/": [],
        "practices/<slug>/questions/": [],
        "pictures/": [],
        "polls/": polls,
        "polls/<number>/": polls[1:],
        "proposals/<number>": [{"number": proposal}],
        "proposals/<number>/comments/": [],
        "registrations/": [],
        "reviews/<token>": [{"token": token} for token in tokens],
        "services/<slug>": services,
        "themes/<slug>": [{"slug": code} for code in vocabulary().of("theme")],
        "workshops/<slug>": workshops,
        "workshops/<slug>/kiosk": [],
        "workshops/<slug>/sessions/": [{"slug": workshop.slug, "session_id": session}],
    }


def make_polls(workshop):
    """One that is open and one that has closed."""
    said = [([0], voice) for voice in ("resident", "staff") for _person in range(6)]
    return make_poll(workshop, state=PollState.OPEN), make_closed(workshop, *said)


def queries():
    """What else is asked of some routes than the bare address."""
    card = ("service", SHELTER)
    return {
        "services": [
            [("q", "shelter card bed")],
            [("q", "card"), ("open", "1")],
            [("area", "harju"), ("need", "violence")],
            [("q", "xqzwvk")],
        ],
        "services/suggestions": [[("q", "shel")], [("q", "card")]],
        "slip": [
            [card],
            [card, ("as", "text")],
            [card, ("to", "sv"), ("size", "a6")],
            [card, ("q", "card")],
            [("service", UNREADY_SLUG), ("service", "half-ready")],
            [("service", UNREADY_SLUG), ("as", "text")],
        ],
        "outreach": [[("area", "harju")], [("week", "1")]],
        "outreach.ics": [[("area", "harju")]],
        "feedback": [[("q", "card")]],
    }


def addresses(app: Flask, world: World, language: str) -> list[str]:
    """Every public address that is read. Raises KeyError for a route whose parts
    nobody has told yet."""
    adapter = app.url_map.bind("localhost")
    found = []
    for rule in app.url_map.iter_rules():
        if not is_read_by_all(app, rule):
            continue
        name = name_of(rule)
        wanted = parts_at(name, world) if rule.arguments - {"language"} else [{}]
        for parts in wanted:
            here = {"language": language} if "language" in rule.arguments else {}
            address = adapter.build(rule.endpoint, {**here, **parts})
            bare = [] if name in ASKED_ONLY else [[]]
            asked = [*bare, *world.queries.get(name, [])]
            found += [f"{address}?{urlencode(query)}".rstrip("?") for query in asked]
    return found


def parts_at(name: str, world: World) -> list[dict[str, object]]:
    begun = [start for start in world.parts if name.startswith(start)]
    if not begun:
        raise KeyError(name)
    return world.parts[max(begun, key=len)]


def is_read_by_all(app: Flask, rule) -> bool:
    if rule.endpoint == "static" or "GET" not in rule.methods:
        return False
    return app.view_functions[rule.endpoint].access == PUBLIC


def name_of(rule) -> str:
    """The address after its language, its parts by their names alone."""
    plain = "".join(
        f"<{content}>" if dynamic else content for dynamic, content in rule._trace
    )
    return plain.lstrip("|").removeprefix("/<language>").strip("/")


def legible(data: bytes) -> str:
    """What a person or a machine can read out of an answer: calendar lines unfolded,
    archives unpacked, signs of HTML and of addresses as what they stand for."""
    if data.startswith(b"PK"):
        held = ZipFile(BytesIO(data))
        data = b"".join(held.read(name) for name in held.namelist() if "xml" in name)
    text = data.decode("utf-8").replace("\r\n ", "").replace("\n ", "")
    return unquote(html.unescape(text)).casefold()
