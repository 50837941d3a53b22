"""What agreement is about, with the fewest words."""

from itertools import count

from portal.agreement import actions
from portal.agreement.actions import Facts, Ruling, Text
from portal.agreement.models import CardState, Decision, DefinitionCard, Field
from portal.directory.models import Charge, Known, Service, ServiceText, TextState
from portal.vocabulary.queries import vocabulary
from tests.factories import make_service

_numbers = count(1)
FOUR = ("assessment", "recorded", "name_asked", "told")
AGREED = "tier:near access:none language:fi language:sv"


def make_card(name: str = "", **fields) -> DefinitionCard:
    """A published card in English; `tier` and `access` are codes, answers Known."""
    words = vocabulary()
    name = name or f"Card {next(_numbers)}"
    for scheme in ("tier", "access"):
        if scheme in fields:
            fields[scheme] = words.of(scheme)[fields[scheme]]
    slug = fields.pop("slug", "")
    texts = fields.pop("texts", {"en": Text(name)})
    facts = Facts(**{"state": CardState.PUBLISHED} | fields)
    return actions.create(texts, facts, slug=slug)


def make_follower(
    card: DefinitionCard, name: str = "", tags: str = AGREED, **fields
) -> Service:
    """A service that follows the card; reachable by phone, its waiting time known."""
    known = {"phone": "019 123 4500", "wait_days": 0}
    service = make_service(name, tags, **known | fields)
    actions.set_service(card, service, wanted=True)
    return service


def make_strict_card(name: str = "", **fields) -> DefinitionCard:
    """A card that agrees on everything that can be agreed."""
    strict = {"tier": "near", "access": "none", "charge": Charge.FREE}
    return make_card(name, **strict | dict.fromkeys(FOUR, Known.NO) | fields)


def make_same(card: DefinitionCard, name: str = "", **fields) -> Service:
    """A follower of a strict card that is as agreed in everything."""
    same = {"charge": Charge.FREE, **dict.fromkeys(FOUR, Known.NO)}
    return make_follower(card, name, **same | fields)


def rule(card, service, field=Field.TIER, state=Decision.ACCEPTED, until=None, **texts):
    reasons = texts or {"en": "So it is"}
    ruling = Ruling(state, reasons, until)
    actions.decide(card, service, field, ruling, by=None)


def unpublish(service: Service) -> None:
    ServiceText.update(state=TextState.DRAFT).where(
        ServiceText.service == service
    ).execute()
