"""Writing what is decided of differences, and how far the roll-out has come."""

from collections.abc import Mapping
from datetime import date

from portal.accounts.models import User
from portal.agreement.actions.drafts import Ruling
from portal.agreement.models import (
    DefinitionCard,
    Deviation,
    DeviationText,
    Field,
    Rollout,
    RolloutState,
    RolloutText,
)
from portal.db import bump, database, today, upsert
from portal.directory.models import CHANGES, Service
from portal.vocabulary.queries import Word


def decide(  # noqa: PLR0913  whose difference it is, and who decides
    card: DefinitionCard,
    service: Service,
    field: Field,
    ruling: Ruling,
    *,
    by: User | None,
    on: date | None = None,
) -> None:
    """Set what is decided of one difference; what was decided before is replaced."""
    with database.atomic():
        bump(CHANGES)
        key = {"card": card, "service": service, "field": field}
        upsert(
            Deviation,
            key,
            state=ruling.state,
            accepted_until=ruling.until,
            decided_by=by,
            decided_on=on or today(),
        )
        deviation = Deviation.get(**key)
        DeviationText.delete().where(DeviationText.deviation == deviation).execute()
        for language, reason in ruling.reasons.items():
            DeviationText.create(deviation=deviation, language=language, reason=reason)


def set_rollout(
    card: DefinitionCard,
    area: Word,
    state: RolloutState | None,
    since: date | None,
    notes: Mapping[str, str],
) -> None:
    """Set how far it has come in one place; None is not known."""
    with database.atomic():
        bump(CHANGES)
        here = (Rollout.card == card) & (Rollout.area == area.id)
        Rollout.delete().where(here).execute()
        if state is None:
            return
        rollout = Rollout.create(card=card, area=area.id, state=state, since=since)
        for language, note in notes.items():
            RolloutText.create(rollout=rollout, language=language, note=note)
