"""Loading what is agreed in the demo region."""

from datetime import timedelta
from typing import Any

from portal.agreement.actions import (
    Facts,
    Ruling,
    Text,
    create,
    decide,
    set_rollout,
    set_service,
)
from portal.agreement.models import (
    CardState,
    Decision,
    DefinitionCard,
    Field,
    RolloutState,
)
from portal.db import today
from portal.demo.files import entries, in_languages
from portal.demo.practices import team
from portal.directory.models import Charge, Known, Service
from portal.i18n import LANGUAGES
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary

FOUR = ("assessment", "recorded", "name_asked", "told")


def load(words: Vocabulary) -> None:
    for entry in entries("definition-cards.toml", "card"):
        texts = {code: Text(**part) for code, part in in_languages(entry).items()}
        card = create(texts, facts(entry, words), slug=entry["slug"])
        for part in entry.get("service", []):
            load_service(card, part)
    for entry in entries("rollout.toml", "rollout"):
        set_rollout(
            DefinitionCard.get(DefinitionCard.slug == entry["card"]),
            words.of(Scheme.AREA)[entry["area"]],
            RolloutState(entry["state"]),
            entry.get("since"),
            said(entry),
        )


def facts(entry: dict[str, Any], words: Vocabulary) -> Facts:
    answers = {name: Known(entry[name]) for name in FOUR if name in entry}
    return Facts(
        state=CardState(entry["state"]),
        tier=words.of(Scheme.TIER)[entry["tier"]],
        access=words.of(Scheme.ACCESS)[entry["access"]],
        charge=Charge(entry["charge"]),
        responsible_worker=entry["responsible_worker"],
        team=team(entry["team"]),
        agreed_on=entry["agreed_on"],
        review_on=entry["review_on"],
        **answers,
    )


def load_service(card: DefinitionCard, part: dict[str, Any]) -> None:
    service = Service.get(Service.slug == part["slug"])
    set_service(card, service, wanted=True)
    if "wait_days" in part and service.wait_days is None:
        waiting = {"wait_days": part["wait_days"], "wait_checked_on": today()}
        Service.update(waiting).where(Service.id == service.id).execute()
    for difference in part.get("deviation", []):
        decide(
            card,
            service,
            Field(difference["field"]),
            Ruling(
                Decision(difference["state"]),
                said(difference),
                today() + timedelta(days=difference["until_in"]),
            ),
            by=None,
            on=difference["on"],
        )


def said(entry: dict[str, Any]) -> dict[str, str]:
    """What an entry says in each language."""
    return {code: entry[code] for code in LANGUAGES if code in entry}
