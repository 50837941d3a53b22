"""Marks on answers, and the practices that questions lead to."""

from portal.inventories.actions.marks import set_mark
from portal.inventories.actions.questions import change
from portal.inventories.actions.snapshots import take
from portal.inventories.drafts import Draft
from portal.inventories.models import InventoryMark, Verdict
from portal.inventories.queries.questions import asked_now
from tests.factories import make_practice, make_user, sign_in
from tests.inventories.things import answer, found, nth
from tests.workshops.pages import one, texts


def mark(client, row, answered, **given):
    return client.post(
        f"/en/inventories/{row.slug}/cells/{answered.id}",
        data={"verdict": "keep", "why": "It works", **given},
    )


def seen_on(client, row, answered):
    page = client.get(f"/en/inventories/{row.slug}/cells/{answered.id}")
    return one(page, "input[name=pick_seen]")["value"]


def test_mark_is_set_and_two_coordinators_meet(coordinator, row):
    answered = answer(row, "yes")
    seen = seen_on(coordinator, row, answered)

    first = mark(coordinator, row, answered, pick_seen=seen)
    again = mark(coordinator, row, answered, pick_seen=seen)
    theirs = {"pick_seen": seen, "verdict": "retire", "why": "Nobody uses it"}
    other = mark(coordinator, row, answered, **theirs)

    assert [one.status_code for one in (first, again, other)] == [303, 303, 409]
    assert "Nobody uses it" in other.text
    assert "It works" in other.text
    assert InventoryMark.get().reason == "It works"


def test_mark_needs_a_reason(coordinator, row):
    answered = answer(row, "yes")

    sent = mark(coordinator, row, answered, why="")

    assert (sent.status_code, InventoryMark.select().count()) == (422, 0)


def test_mark_is_seen_by_all_and_older_than_a_change(client, row):
    answered = answer(row, "yes")
    set_mark(answered, Verdict.MERGE, "With Niemi", language="en", by=None)
    answer(row, "no")

    page = client.get(f"/en/inventories/{row.slug}/cells/{answered.id}")

    assert "With Niemi" in page.text
    assert "has changed since it was marked" in page.text
    assert texts(client.get(f"/en/inventories/{row.slug}"), ".verdict") == ["Merge"]


def test_mark_is_set_again_for_an_answer_that_changed(coordinator, row):
    answered = answer(row, "yes")
    set_mark(answered, Verdict.KEEP, "It works", language="en", by=None)
    answer(row, "no")
    seen = seen_on(coordinator, row, answered)

    again = mark(coordinator, row, answered, pick_seen=seen)

    page = coordinator.get(again.location)
    assert "has changed since it was marked" not in page.text


def test_mark_outlives_the_answer_that_is_taken_away(client, row):
    answered = answer(row, words="Calls", number=1)
    set_mark(answered, Verdict.RETIRE, "Nobody calls", language="en", by=None)
    answer(row, number=1)

    page = client.get(f"/en/inventories/{row.slug}/questions/{nth(row, 1).id}")

    told = texts(page, "tbody tr:first-child td")
    assert told[:2] == ["Not answered", "–"]
    assert told[2].startswith("Retire Nobody calls")
    assert "Not answered" in client.get(f"/en/inventories/{row.slug}.csv").text


def test_reason_comes_back_when_the_right_is_gone(app, row):
    answered = answer(row, "yes")

    refused = mark(sign_in(app, make_user(voice="staff")), row, answered)

    assert refused.status_code == 403
    assert "It works" in refused.text


def test_changes_tell_answers_marks_and_questions(client, row):
    answer(row, "yes")
    marked = answer(row, words="Calls", number=1)
    before = take(found(row), by=None)
    answer(row, "no", "Since May")
    set_mark(marked, Verdict.RETIRE, "Nobody calls", language="en", by=None)
    change(row, nth(row, 1), {"en": Draft("How, and how often?")})

    page = client.get(f"/en/inventories/{row.slug}/changes?from={before.id}")

    assert texts(page, "main h2") == [
        "Questions and municipalities",
        "One worker?",
        "How, and how often?",
    ]
    assert texts(page, "main td") == [
        *("Yes", "No Since May"),
        *("In words Calls", "Not answered"),
    ]


def test_question_leads_to_its_practice(coordinator, client, row):
    practice = make_practice("Outreach in pairs")
    asked = nth(row)
    page = f"/en/inventories/{row.slug}/questions/{asked.id}"

    offered = coordinator.get(f"{page}?practice=outreach")
    data = {"wanted": "1", "pick_practice": practice.id}
    for _time in range(2):
        coordinator.post(f"{page}/practice", data=data)

    assert "Outreach in pairs" in offered.text
    assert asked_now(row.id)[0].practice == practice.id
    assert "Outreach in pairs" in client.get(f"/en/inventories/{row.slug}").text
    coordinator.post(f"{page}/practice", data={"wanted": "0"})
    assert asked_now(row.id)[0].practice is None
