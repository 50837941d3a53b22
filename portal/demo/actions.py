"""Filling an empty database with the demo region."""

from portal.accounts.models import User
from portal.db import database
from portal.demo import (
    agreement,
    ballots,
    boards,
    costs,
    directory,
    discussions,
    effects,
    groups,
    indicators,
    inventories,
    library,
    materials,
    moderation,
    notices,
    people,
    pilots,
    practices,
    reports,
    selections,
    sessions,
    threads,
    unmet,
    upkeep,
    workshops,
)
from portal.demo.files import entries
from portal.directory.models import Service
from portal.permissions import Role
from portal.vocabulary import actions as vocabulary_actions
from portal.vocabulary.queries import vocabulary


def is_empty() -> bool:
    """Nobody has an account, and there is no service: nothing could be lost."""
    return not User.select().exists() and not Service.select().exists()


def load() -> None:
    with database.atomic():
        vocabulary_actions.load(entries("areas.toml", "term"))
        words = vocabulary()
        directory.load_organisations()
        directory.load_places(words)
        directory.load_services(words)
        practices.load(words)
        inventories.load(words)
        agreement.load(words)
        persons = people.load()
        moderator = next(
            user
            for entry in entries("people.toml", "person")
            if Role.MODERATOR in entry["roles"]
            for user in [persons[entry["email"]]]
        )
        library.load(persons, moderator)
        materials.load()
        workshops.load(words, moderator)
        discussions.load(moderator)
        boards.load()
        sessions.load()
        ballots.load()
        upkeep.load(persons["toimittaja@verstas.example"])
        unmet.load()
        moderation.load(persons)
        notices.load(persons)
        reports.load(
            words, persons, moderator, persons["koordinaattori@verstas.example"]
        )
        pilots.load(words, persons["toimittaja@verstas.example"])
        selections.load(words, persons["koordinaattori@verstas.example"])
        costs.load(
            persons["toimittaja@verstas.example"],
            persons["koordinaattori@verstas.example"],
        )
        groups.load(words, persons["asukas@verstas.example"])
        threads.load(persons["toimittaja@verstas.example"])
        effects.load(moderator)
        indicators.load()
