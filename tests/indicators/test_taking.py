from dataclasses import replace
from datetime import timedelta

from portal.db import today
from portal.indicators import definitions
from portal.indicators.actions.taking import take
from portal.indicators.models import IndicatorSnapshot
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
