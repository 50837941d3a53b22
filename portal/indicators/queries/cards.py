"""How the directory keeps to what was agreed, by municipality."""

from collections import Counter
from collections.abc import Iterator, Mapping

from portal.agreement.models import RolloutState
from portal.agreement.queries import balance as balances
from portal.agreement.queries import coverage, rollouts
from portal.agreement.queries.figures import Figure
from portal.agreement.queries.totals import totals
from portal.db import tuples
from portal.directory.queries.areas import municipalities
from portal.i18n import LANGUAGES
from portal.indicators.counted import WHOLE, Counted
from portal.pilots.models import Pilot, PilotState, TakeUp, TakeUpState
from portal.vocabulary.models import Term
from portal.vocabulary.queries import vocabulary

FOCUSES = ("preventive", "early", "corrective")
"""Codes of the vocabulary: how a service lies between preventing and mending."""
TAKEN_UP = (PilotState.ROLL_OUT, PilotState.PERMANENT)


def counted(figure: Figure, area: str = WHOLE, part: str = "") -> Counted:
    return Counted(figure.part, figure.n, area, part)


def by_area(figures: Mapping[str, Figure]) -> Iterator[Counted]:
    return (counted(figure, area) for area, figure in figures.items())


def balance() -> Iterator[Counted]:
    """Of the services of the region, how many prevent, help early and mend."""
    for row in balances.balance():
        area = row.area.code if row.area else WHOLE
        for part in FOCUSES:
            yield counted(row.shares[part], area, part)


def covered() -> Iterator[Counted]:
    """Of the needs in each municipality, how many some service meets."""
    seen = coverage.coverage({})
    figures = {
        area.code: Figure(
            sum(bool(seen.cells[need.code, area.code]) for need in seen.needs),
            len(seen.needs),
        )
        for area in seen.areas
    }
    yield from by_area(figures)
    yield counted(Figure(len(seen.cells) - seen.empty, len(seen.cells)))


def uniformity() -> Iterator[Counted]:
    """Of what is agreed of services, how much holds or differs as decided."""
    seen = totals()
    yield from by_area(seen.by_municipality)
    yield counted(seen.whole)


def rolled_out() -> Iterator[Counted]:
    """Of what is to be used everywhere, in how many municipalities it is: responsible
    workers of definition cards, and practices that pilots have led to."""
    language, *_others = LANGUAGES
    cards = rollouts.table(language)
    pilots = Pilot.select().where(Pilot.public, Pilot.state.in_(TAKEN_UP)).count()
    used = Counter(
        code
        for (code,) in tuples(
            TakeUp.select(Term.code)
            .join(Pilot)
            .where(Pilot.public, Pilot.state.in_(TAKEN_UP))
            .where(TakeUp.state == TakeUpState.IN_USE)
            .switch(TakeUp)
            .join(Term)
        )
    )
    figures = {
        code: Figure(
            sum(
                cards.cells[card.id, code].state is RolloutState.IN_USE
                for card, _name in cards.cards
            )
            + used[code],
            len(cards.cards) + pilots,
        )
        for code in municipalities(vocabulary())
    }
    yield from by_area(figures)
    yield counted(sum(figures.values(), Figure(0, 0)))
