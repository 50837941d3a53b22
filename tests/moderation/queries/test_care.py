"""How long somebody has moderated without a pause, and who is spared heavy cases."""

from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.db import now, today
from portal.moderation.actions import care as actions
from portal.moderation.models import Care, CareNote, Case, Decision, Urgency
from portal.moderation.queries.care import duty, notes, where_to_turn
from portal.permissions import Role
from tests.factories import make_user


@pytest.fixture
def me():
    return make_user(Role.MODERATOR)


@pytest.fixture
def other():
    return make_user(Role.MODERATOR)


def decided(by, *minutes_ago, urgency=Urgency.ORDINARY, findings=""):
    for minutes in minutes_ago:
        Case.create(
            kind="proposal",
            item_id=1,
            language="en",
            urgency=int(urgency),
            findings=findings,
            decided_at=now() - timedelta(minutes=minutes),
            decided_by=by,
            decision=Decision.PUBLISH,
        )


def claimed(by, minutes_ago):
    Case.create(
        kind="proposal",
        item_id=2,
        language="en",
        claimed_by=by,
        claimed_until=now() + timedelta(minutes=15 - minutes_ago),
    )


def minutes(me):
    since = duty(me).since
    return None if since is None else round((now() - since).total_seconds() / 60)


def test_who_does_nothing_is_in_a_pause(me, other):
    decided(other, 1, 5)

    assert minutes(me) is None


def test_work_is_reckoned_back_to_the_last_gap_of_a_quarter_of_an_hour(me):
    decided(me, 3, 14, 27, 40, 56, 70)

    assert minutes(me) == 40


def test_quarter_of_an_hour_without_a_decision_is_a_pause(me):
    decided(me, 16, 20, 30)

    assert minutes(me) is None


def test_taking_a_case_in_hand_is_work(me):
    decided(me, 17, 25)
    claimed(me, 5)

    assert minutes(me) == 25


def test_pause_by_the_button_begins_anew(me):
    decided(me, 30, 20, 10)
    actions.take_pause(me)

    assert minutes(me) is None


def test_work_after_the_button_is_reckoned_from_there(me):
    decided(me, 2, 10, 20, 30)
    Care.create(user=me, paused_at=now() - timedelta(minutes=15))

    assert minutes(me) == 10


def test_two_hours_are_long(me):
    decided(me, *range(0, 125, 10))

    found = duty(me)

    assert (found.hours, found.long) == (2, True)


@pytest.mark.parametrize(
    "heavy",
    [{"urgency": Urgency.URGENT}, {"findings": '[["danger", "body", 0, 4]]'}],
)
def test_three_heavy_cases_a_day_are_enough_when_others_are_at_work(me, other, heavy):
    decided(other, 5)
    decided(me, 1, 2, **heavy)
    two = duty(me)
    decided(me, 3, **heavy)

    three = duty(me)

    assert (two.heavy, two.folds) == (2, False)
    assert (three.heavy, three.folds) == (3, True)


def test_ordinary_and_pressing_cases_are_not_heavy(me, other):
    decided(other, 5)
    decided(me, 1, 2, 3, 4, urgency=Urgency.PRESSING)
    decided(me, 5, findings='[["phone", "body", 0, 4]]')

    assert duty(me).heavy == 0


def test_who_asks_is_spared_for_the_day(me, other):
    decided(other, 5)
    actions.set_spared(me, wanted=True)

    assert (duty(me).asked, duty(me).folds) == (True, True)
    Care.update(spared_until=today() - timedelta(days=1)).execute()
    assert duty(me).folds is False


def test_being_spared_is_taken_back(me, other):
    decided(other, 5)
    actions.set_spared(me, wanted=True)
    actions.set_spared(me, wanted=False)

    assert duty(me).spared is False


def test_nobody_is_spared_when_nobody_else_takes_heavy_ones(me, other):
    actions.set_spared(me, wanted=True)
    alone = duty(me)
    decided(other, 90)
    long_gone = duty(me)
    decided(other, 5)
    actions.set_spared(other, wanted=True)
    both = duty(me)

    assert [found.folds for found in (alone, long_gone, both)] == [False] * 3
    assert alone.spared


def test_pause_and_sparing_do_not_undo_each_other(me):
    actions.set_spared(me, wanted=True)
    actions.take_pause(me)

    [care] = Care.select()
    assert care.spared_until == today()
    assert care.paused_at is not None


@pytest.mark.parametrize("count", [1, 3])
def test_duty_takes_two_statements(me, count):
    decided(me, *range(count))
    for _ in range(count):
        decided(make_user(Role.MODERATOR), 3)

    with count_queries() as queries:
        duty(me)

    # How moderators want to be spared; what they did in the last day.
    assert queries.count == 2


def test_notes_are_ones_own_newest_first(me, other):
    actions.write_note(me, "Tired.")
    actions.write_note(other, "Rested.")
    actions.write_note(me, "Better.")

    assert [note.words for note in notes(me)] == ["Better.", "Tired."]


def test_note_of_another_cannot_be_deleted(me, other):
    actions.write_note(other, "Rested.")
    note = CareNote.get()

    assert not actions.delete_note(me, note.id)
    assert actions.delete_note(other, note.id)
    assert CareNote.select().count() == 0


@pytest.mark.no_database
def test_words_on_where_to_turn_are_in_every_language():
    found = {where_to_turn(code) for code in ("fi", "sv", "en")}

    assert len(found) == 3
    assert all("{care}" in text for text in found)
