from dataclasses import replace
from datetime import timedelta

from portal.db import now, today
from portal.directory.reviews import months_after
from portal.indicators import definitions
from portal.indicators.actions.taking import take
from portal.indicators.models import IndicatorSnapshot
from portal.upkeep.models import About, FeedbackState, ServiceFeedback, Source
from tests.factories import make_service

EVERY = len(definitions.INDICATORS)


def whole(code: str, part: str = "") -> IndicatorSnapshot:
    return (
        IndicatorSnapshot.select()
        .where(IndicatorSnapshot.code == code, IndicatorSnapshot.area == "")
        .where(IndicatorSnapshot.part == part)
        .order_by(IndicatorSnapshot.id.desc())
        .first()
    )


def test_taking_is_done_once_a_month(app):
    assert (take(), take()) == (EVERY, 0)


def test_what_was_taken_stands_when_the_services_change(app):
    for _ in range(5):
        make_service(tags="focus:preventive area:harju")
    take()

    make_service(tags="focus:corrective area:harju")
    take()

    kept = whole("balance", "preventive")
    assert (kept.value, kept.n) == (5, 5)


def test_a_new_month_is_taken_beside_the_old(app):
    take()
    IndicatorSnapshot.update(taken_on=today() - timedelta(days=40)).execute()

    assert take() == EVERY
    assert (
        IndicatorSnapshot.select()
        .where(IndicatorSnapshot.code == "freshness", IndicatorSnapshot.area == "")
        .count()
        == 2
    )


def test_a_new_formula_is_taken_at_once_beside_the_old(app, monkeypatch):
    take()
    newer = replace(definitions.INDICATORS["freshness"], formula=2)
    monkeypatch.setitem(definitions.INDICATORS, "freshness", newer)

    assert take() == 1
    assert whole("freshness").formula == 2


def test_figures_of_fewer_than_five_are_not_kept(app):
    for _ in range(4):
        make_service(tags="focus:preventive area:harju")

    take()

    kept = IndicatorSnapshot.select().where(IndicatorSnapshot.code == "balance")
    assert {(row.value, row.n) for row in kept} == {(None, None)}


def answer_feedback(many: int) -> None:
    for _ in range(many):
        ServiceFeedback.create(
            source=Source.CARD,
            about=About.TEXT,
            message="It is closed",
            language="en",
            code=f"code{ServiceFeedback.select().count()}",
            due_on=today(),
            state=FeedbackState.ANSWERED,
            answered_at=now(),
        )


def test_feedback_stands_as_it_was_told_until_five_more_have_come(app):
    for back, more in ((4, 1), (3, 4), (2, 1), (1, 5)):
        answer_feedback(more)
        take()
        month = months_after(today(), -back)
        IndicatorSnapshot.update(taken_on=month).where(
            IndicatorSnapshot.taken_on == today()
        ).execute()

    kept = IndicatorSnapshot.select().where(
        IndicatorSnapshot.code == "feedback-answered"
    )
    assert [row.n for row in kept.order_by(IndicatorSnapshot.taken_on)] == [
        None,
        5,
        5,
        11,
    ]
