"""What is written of a card, as texts by name, so that two writers can be joined."""

from portal.agreement.models import DefinitionCard, DefinitionText
from portal.upkeep.queries.snapshots import text_of
from portal.upkeep.snapshots import Snapshot
from portal.vocabulary.queries import vocabulary

TEXTS = (
    "name",
    "purpose",
    "includes",
    "excludes",
    "criteria",
    "steps",
    "tier_reason",
    "professionals",
    "indicators",
)
FOUR = ("assessment", "recorded", "name_asked", "told")
COLUMNS = (
    "state",
    "charge",
    *FOUR,
    "responsible_worker",
    "team",
    "agreed_on",
    "review_on",
)
TERMS = ("tier", "access")
FACTS = (*COLUMNS, *TERMS)


def text(card: DefinitionCard, language: str) -> Snapshot:
    """A card in one language; empty texts if nobody has written it yet."""
    row = DefinitionText.get_or_none(
        DefinitionText.card == card.id, DefinitionText.language == language
    )
    return {name: getattr(row, name) if row else "" for name in TEXTS}


def facts(card: DefinitionCard) -> Snapshot:
    row, words = DefinitionCard.get_by_id(card.id), vocabulary().words
    return {
        **{name: text_of(getattr(row, name)) for name in COLUMNS},
        **{
            name: words[getattr(row, name)].code if getattr(row, name) else ""
            for name in TERMS
        },
    }
