"""A workshop in the phase of voting: its people, their cookies, and an open poll."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from peewee import chunked

from portal import create_app
from portal.accounts.actions import begin_session
from portal.accounts.models import Voice
from portal.ballots.actions.opening import open_poll
from portal.ballots.models import Poll, PollOption, PollText
from portal.ballots.tallies import Method
from portal.cli import runner
from portal.config import Config
from portal.db import bump, database, now
from portal.permissions import Role
from portal.proposals.models import Proposal, State
from portal.vocabulary import actions as vocabulary_actions
from portal.workshops.models import Participant, Phase, Workshop
from portal.workshops.queries import changes_of, digest
from portal.workshops.seats import COOKIE_PART
from tests.conftest import database_url
from tests.factories import make_user, make_workshop

SECRET = "a key for the load test only"
OPTIONS = 16
ROWS_AT_ONCE = 500
LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True)
class Scene:
    """`cookies` are of people with a seat each, `coordinator` of who runs
    it;
    `options` are the ids of what can be chosen."""

    app: Flask
    environ: dict[str, str]
    slug: str
    workshop: int
    poll: int
    options: list[int]
    cookies: list[str]
    coordinator: str

    def say_something_changed(self) -> None:
        """As when a moderator publishes a comment."""
        with database.connection_context():
            bump(changes_of(self.workshop))


def portal(name: str, folder: Path) -> tuple[Flask, dict[str, str]]:
    """The portal on an empty database, and what a server of it needs to know."""
    environ = {
        "DATABASE_URL": database_url(f"load_{name}", folder),
        "LINK_KEYS": str(folder / "link-keys"),
        "SECRET_KEY": SECRET,
        "DEMO": "0",
    }
    app = create_app(
        Config(
            DATABASE_URL=environ["DATABASE_URL"],
            LINK_KEYS=environ["LINK_KEYS"],
            SECRET_KEY=SECRET,
            DEMO=False,
        )
    )
    with database.connection_context():
        runner().up()
        vocabulary_actions.load_files()
    return app, environ


def voting(name: str, folder: Path, people: int) -> Scene:
    """A workshop with so many people, and a poll that is open to all of them."""
    app, environ = portal(name, folder)
    with database.connection_context(), app.test_request_context("/en/"):
        workshop = make_workshop(Phase.VOTE)
        keys = seated(workshop, people)
        proposals = on_board(workshop, OPTIONS)
        poll = Poll.create(workshop=workshop, method=Method.APPROVAL)
        PollText.create(poll=poll, language="fi", title="Mikä ensin?")
        for position, proposal in enumerate(proposals):
            PollOption.create(poll=poll, proposal=proposal, position=position)
        open_poll(poll.id)
        options = PollOption.select().where(PollOption.poll == poll)
        signed_in = begin_session(make_user(Role.COORDINATOR))
        return Scene(
            app=app,
            environ=environ,
            slug=workshop.slug,
            workshop=workshop.id,
            poll=poll.id,
            options=[row.id for row in options.order_by(PollOption.position)],
            cookies=[
                cookie(app, {COOKIE_PART: {str(workshop.id): key}, "_permanent": True})
                for key in keys
            ],
            coordinator=cookie(app, {"_user_id": signed_in, "_fresh": True}),
        )


def seated(workshop: Workshop, people: int) -> list[str]:
    """The keys of new seats, of every voice in turn."""
    keys = [secrets.token_urlsafe(32) for _person in range(people)]
    voices = list(Voice)
    rows = [
        {
            "workshop": workshop.id,
            "key_digest": digest(key),
            "recovery_digest": digest(f"recovery of {key}"),
            "voice": voices[number % len(voices)],
            "joined_at": now(),
        }
        for number, key in enumerate(keys)
    ]
    insert(Participant, rows)
    return keys


def on_board(workshop: Workshop, number: int) -> list[int]:
    """The numbers of new published proposals, in every language in turn."""
    author = Participant.select().where(Participant.workshop == workshop).first()
    rows = [
        {
            "workshop": workshop.id,
            "author": author,
            "voice": list(Voice)[place % len(Voice)],
            "language": LANGUAGES[place % len(LANGUAGES)],
            "suggestion": f"Avataan ovet myös iltaisin, ehdotus {place}",
            "problem": "Päivisin ei pääse, kun on töissä. " * 3,
            "state": State.PUBLISHED,
            "published_at": now(),
            "submission": f"load-{workshop.id}-{place}",
        }
        for place in range(number)
    ]
    insert(Proposal, rows)
    here = Proposal.select(Proposal.id).where(Proposal.workshop == workshop)
    return [row.id for row in here.order_by(Proposal.id)]


def insert(model: type, rows: list[dict]) -> None:
    with database.atomic():
        for some in chunked(rows, ROWS_AT_ONCE):
            model.insert_many(some).execute()


def cookie(app: Flask, session: dict) -> str:
    signed = app.session_interface.get_signing_serializer(app).dumps(session)
    return f"session={signed}"
