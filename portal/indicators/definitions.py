"""The indicators: what is counted of each, and by which edition of the formula."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from portal.indicators.counted import Aim, Counted, Unit
from portal.indicators.queries import answering, cards, directory, keeping

Count = Callable[[], Iterable[Counted]]


@dataclass(frozen=True)
class Indicator:
    """`formula` grows by one whenever it is counted otherwise than before: then say in
    `labels.CHANGED` what changed. `parts` are drawn beside each other; the first leads.
    `source` is the endpoint of the page where the things counted are seen. What is
    counted `of_people` stands until five have come or gone."""

    code: str
    unit: Unit
    aim: Aim
    count: Count
    source: str
    parts: tuple[str, ...] = ("",)
    formula: int = 1
    of_people: bool = False


INDICATORS = {
    one.code: one
    for one in (
        Indicator(
            "balance",
            Unit.SHARE,
            Aim.UP,
            cards.balance,
            "agreement.balance",
            cards.FOCUSES,
        ),
        Indicator("coverage", Unit.SHARE, Aim.UP, cards.covered, "agreement.coverage"),
        Indicator(
            "uniformity", Unit.SHARE, Aim.UP, cards.uniformity, "agreement.deviations"
        ),
        Indicator(
            "roll-out", Unit.SHARE, Aim.UP, cards.rolled_out, "agreement.rollouts"
        ),
        Indicator(
            "proposals-answered",
            Unit.SHARE,
            Aim.UP,
            answering.proposals,
            "workshops.listing",
        ),
        Indicator(
            "reports-answered",
            Unit.SHARE,
            Aim.UP,
            answering.phenomena,
            "reports.landing",
        ),
        Indicator(
            "feedback-answered",
            Unit.SHARE,
            Aim.UP,
            answering.feedback,
            "directory.services",
            of_people=True,
        ),
        Indicator(
            "proposals-changed",
            Unit.SHARE,
            Aim.UP,
            answering.changed,
            "threads.threads",
        ),
        Indicator(
            "first-meeting",
            Unit.DAYS,
            Aim.DOWN,
            directory.first_meeting,
            "directory.services",
        ),
        Indicator(
            "languages",
            Unit.SHARE,
            Aim.UP,
            keeping.languages,
            "directory.services",
            keeping.LANGUAGE_PARTS,
        ),
        Indicator("freshness", Unit.SHARE, Aim.UP, keeping.fresh, "directory.services"),
        Indicator(
            "unmet-needs",
            Unit.NUMBER,
            Aim.DOWN,
            directory.unmet,
            "directory.unmet_needs",
        ),
    )
}
