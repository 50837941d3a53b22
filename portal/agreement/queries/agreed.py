"""What cards agree on, and what was decided of the differences."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN

from portal.agreement.models import (
    Decision,
    DefinitionCard,
    Deviation,
    DeviationText,
    Field,
)
from portal.agreement.queries.facts import ANSWERS
from portal.db import tuples
from portal.directory.models import Known
from portal.vocabulary.queries import Vocabulary

# What every service has to have, whatever its type.
ALWAYS = {
    Field.LANGUAGES: ("fi", "sv"),
    Field.CHANNEL: (Known.YES.value,),
    Field.WAIT: (Known.YES.value,),
}


@dataclass(frozen=True)
class Decided:
    """What was decided of one difference, with the reason in each language."""

    state: Decision
    until: date | None
    on: date
    reasons: dict[str, str]


def agreed(
    card: DefinitionCard, vocabulary: Vocabulary
) -> dict[Field, tuple[str, ...]]:
    """What the card agrees on, by field; a field that is not agreed is not there."""
    words = vocabulary.words
    values: dict[Field, Any] = {
        Field.TIER: words[card.tier].code if card.tier else None,
        Field.ACCESS: words[card.access].code if card.access else None,
        Field.CHARGE: card.charge,
        **{field: getattr(card, field.value) for field in ANSWERS},
    }
    said = {f: (str(value),) for f, value in values.items() if value is not None}
    return {**said, **ALWAYS}


def decisions(card_id: int | None) -> dict[tuple[int, int, Field], Decided]:
    found: dict[int, tuple[tuple[int, int, Field], Decided]] = {}
    for row in tuples(
        Deviation.select(
            Deviation.id,
            Deviation.card,
            Deviation.service,
            Deviation.field,
            Deviation.state,
            Deviation.accepted_until,
            Deviation.decided_on,
            DeviationText.language,
            DeviationText.reason,
        )
        .join(DeviationText, JOIN.LEFT_OUTER)
        .where(True if card_id is None else Deviation.card == card_id)
    ):
        key, card, service, field, state, until, on, language, reason = row
        new = (card, service, field), Decided(state, until, on, {})
        _where, decided = found.setdefault(key, new)
        if reason:
            decided.reasons[language] = reason
    return dict(found.values())
