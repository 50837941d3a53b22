"""Words with something personal in them, which a coordinator reads first."""

from portal.inventories.actions.answers import set_held
from portal.inventories.actions.questions import change
from portal.inventories.actions.snapshots import take
from portal.inventories.drafts import Draft
from portal.inventories.models import InventoryAnswer
from portal.inventories.queries.answers import answer as answer_by
from tests.inventories.things import answer, found, nth
from tests.workshops.pages import texts

CALL = "Call 040 123 4567"


def hold(row, answered, *, wanted=True):
    this = answer_by(row.id, answered.id)
    set_held(found(row), this, this.row.edition, wanted=wanted)


def is_held():
    return InventoryAnswer.get().held


def test_words_that_are_held_are_in_no_snapshot(row):
    hold(row, answer(row, "yes", CALL))

    assert "040" not in take(found(row), by=None).content


def test_words_held_later_leave_the_snapshots_too(client, coordinator, row):
    answered = answer(row, words=CALL, number=1)
    kept = take(found(row), by=None)
    hold(row, answered)
    answer(row, words="By phone", number=1)

    for one in (client, coordinator):
        for page in (f"snapshots/{kept.id}", f"changes?from={kept.id}"):
            text = one.get(f"/en/inventories/{row.slug}/{page}").text
            assert "040" not in text
            assert "By phone" in text or "A coordinator reads this first" in text


def test_coordinators_find_what_they_are_to_read(client, coordinator, row):
    answer(row, "yes", CALL, held=True)
    page = f"/en/inventories/{row.slug}"

    assert texts(coordinator.get(page), ".is-wait a") == ["Harju: One worker?"]
    assert texts(client.get(page), ".is-wait a") == []


def test_words_held_back_stay_so_when_another_answer_is_chosen(row):
    hold(row, answer(row, "yes", "Anna does it"))

    answer(row, "no", "Anna does it")
    assert is_held()
    answer(row, "no", "One worker does it")

    assert not is_held()


def test_words_that_changed_meanwhile_are_not_shown(coordinator, row):
    answered = answer(row, "yes", CALL, held=True)
    address = f"/en/inventories/{row.slug}/cells/{answered.id}/words"
    read = {"wanted": "1", "edition": answered.edition}
    answer(row, "yes", "Call Anna on 040 123 4567", held=True)

    refused = coordinator.post(address, data=read)

    assert (refused.status_code, is_held()) == (409, True)
    shown = coordinator.post(address, data={"wanted": "1", "edition": "2"})
    assert (shown.status_code, is_held()) == (303, False)


def test_words_to_an_earlier_question_are_held_too(client, row):
    answer(row, words=CALL, number=1, held=True)
    before = nth(row, 1)
    change(row, before, {"en": Draft("How, and how often?")})
    base = f"/en/inventories/{row.slug}"

    for page in (f"/questions/{before.id}", ".csv", ".xlsx"):
        assert b"040" not in client.get(base + page).data
