"""What coordinators decide."""

from datetime import timedelta

import pytest

from portal.agreement.models import (
    Decision,
    Deviation,
    DeviationText,
    Field,
    Rollout,
    RolloutState,
    RolloutText,
)
from portal.db import today
from tests.agreement.reading import CARD, errors
from tests.agreement.things import make_card, make_follower
from tests.soup import page

TOMORROW = (today() + timedelta(days=1)).isoformat()
YESTERDAY = (today() - timedelta(days=1)).isoformat()


def test_difference_is_decided_from_the_card(coordinator):
    card = make_card("Guidance", slug="guidance", tier="regional")
    make_follower(card, "Desk", slug="desk")
    (link,) = page(coordinator, CARD).select("main a[href*='field=']")
    page(coordinator, link["href"])
    data = {"service": "desk", "field": "tier", "state": "accepted"}
    data |= {"accepted_until": TOMORROW, "reason_sv": "Så är det"}

    answer = coordinator.post(f"{CARD}/deviations", data=data)

    (row,), (text,) = Deviation.select(), DeviationText.select()
    assert (row.field, row.state) == (Field.TIER, Decision.ACCEPTED)
    assert row.decided_by is not None
    assert (text.language, text.reason) == ("sv", "Så är det")
    assert answer.location == f"{CARD}#desk"
    form = page(coordinator, link["href"])
    assert form.select_one("[name=reason_sv]").text == "Så är det"


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"state": ""}, ["Choose what we do"]),
        ({"accepted_until": ""}, ["Tell until when the difference is accepted"]),
        ({"accepted_until": YESTERDAY}, ["This day has passed. Choose one to come"]),
        ({"accepted_until": "soon"}, ["Write the date as day, month and year"]),
        ({"reason_en": " "}, ["Write the reason in one language at least"]),
    ],
)
def test_decision_that_lacks_something_is_given_back(coordinator, wrong, expected):
    card = make_card(slug="guidance", tier="regional")
    make_follower(card, slug="desk")
    data = {"service": "desk", "field": "tier", "state": "accepted"}
    data |= {"accepted_until": TOMORROW, "reason_en": "A written reason"} | wrong

    answer = coordinator.post(f"{CARD}/deviations", data=data)

    assert errors(answer) == expected
    assert "reason_en" in wrong or "A written reason" in answer.text
    assert Deviation.select().count() == 0


@pytest.mark.parametrize(
    ("service", "field"), [("desk", "told"), ("desk", "sky"), ("none", "tier")]
)
def test_what_does_not_differ_cannot_be_decided(coordinator, service, field):
    make_follower(make_card(slug="guidance", tier="regional"), slug="desk")
    query = {"service": service, "field": field}

    asked = coordinator.get(f"{CARD}/deviations", query_string=query)
    sent = coordinator.post(f"{CARD}/deviations", data=query)

    assert (asked.status_code, sent.status_code) == (404, 404)


def test_rollout_is_set_from_its_table(coordinator):
    make_card("Guidance", slug="guidance", responsible_worker=True)
    data = {"card": "guidance", "area": "harju", "state": "in-use"}
    data |= {"since": "2026-01-01", "note_en": "Going well"}

    answer = coordinator.post("/en/rollouts", data=data)

    (row,), (note,) = Rollout.select(), RolloutText.select()
    assert (row.state, note.note) == (RolloutState.IN_USE, "Going well")
    assert answer.location == "/en/rollouts"
    form = page(coordinator, "/en/rollouts?card=guidance&area=harju")
    assert form.select_one("[name=note_en]").text == "Going well"
    assert form.select_one("[name=since]")["value"] == "2026-01-01"


@pytest.mark.parametrize("wrong", [{"card": "x"}, {"area": "county"}, {"state": "x"}])
def test_rollout_that_cannot_be_is_refused(coordinator, wrong):
    make_card(slug="guidance", responsible_worker=True)
    data = {"card": "guidance", "area": "harju", "state": "in-use"} | wrong

    answer = coordinator.post("/en/rollouts", data=data)

    assert len(errors(answer)) == 1
    assert Rollout.select().count() == 0
