import pytest
from playhouse.test_utils import count_queries

from portal.db import today
from portal.pilots.actions.decisions import seen_of
from portal.pilots.actions.scores import seen_score
from portal.pilots.models import Choice
from portal.pilots.records import Given
from tests.pilots.selecting import again, decided, give, locked, opened, scored


def cell(made, criterion: int, runner: int) -> str:
    return f"s{made.criteria[criterion].id}x{made.runners[runner].id}"


def points(prefix: str, number: str, source: str, seen: str = "") -> dict[str, str]:
    return {
        f"{prefix}-pick_points": number,
        f"{prefix}-source": source,
        f"{prefix}-pick_seen": seen or seen_score(None),
    }


def decision(made, **fields) -> dict[str, str]:
    said = {"body": "The board", "decided_on": today().isoformat(), "dissent_en": "No"}
    for runner in made.runners:
        said[f"c{runner.id}-pick_choice"] = "selected"
        said[f"c{runner.id}-reason_en"] = "It helped"
    return said | {"pick_seen": seen_of(made)} | fields


@pytest.mark.parametrize("page", ["scores", "decision"])
def test_pages_ask_little(keeper, page):
    made = scored()

    # Who asks (2), titles, candidates, criteria, scores, notices that wait.
    with count_queries() as counted:
        answer = keeper.get(f"/en/selections/{made.slug}/{page}")

    assert (answer.status_code, counted.count) == (200, 7)


@pytest.mark.parametrize("page", ["scores", "decision"])
def test_pages_stay_shut_until_the_results_are_opened(keeper, page):
    made = locked()

    answer = keeper.get(f"/en/selections/{made.slug}/{page}")

    assert answer.status_code == 409


def test_points_are_saved_with_their_source(keeper):
    made = opened()
    sent = points(cell(made, 0, 1), "5", "The survey")

    answer = keeper.post(f"/en/selections/{made.slug}/scores", data=sent)

    key = (made.criteria[0].id, made.runners[1].id)
    assert answer.status_code == 303
    assert again(made.id).scores == {key: Given(5, "The survey", "en")}


@pytest.mark.parametrize(
    ("number", "source", "told"),
    [
        ("5", "", "Tell what these points rest on"),
        ("", "The survey", "Give points from 0 to 5"),
        ("6", "The survey", "Give points from 0 to 5"),
        ("4", "Born 131052-308T", "Take the personal identity code away"),
    ],
)
def test_points_that_are_not_whole_are_refused(keeper, number, source, told):
    made = opened()
    sent = points(cell(made, 0, 0), number, source)
    sent |= points(cell(made, 1, 0), "3", "Kept words")

    answer = keeper.post(f"/en/selections/{made.slug}/scores", data=sent)

    assert (answer.status_code, told in answer.text) == (422, True)
    assert ("Kept words" in answer.text, again(made.id).scores) == (True, {})


def test_points_that_were_given_are_not_emptied_in_silence(keeper):
    made = opened()
    give(made, {(0, 0): 1})
    there = again(made.id).scores[made.criteria[0].id, made.runners[0].id]
    sent = points(cell(made, 0, 0), "", "", seen_score(there))

    answer = keeper.post(f"/en/selections/{made.slug}/scores", data=sent)

    assert (answer.status_code, "Give points from 0 to 5" in answer.text) == (422, True)


def test_points_of_another_meanwhile_stand_beside(keeper):
    made = opened()
    sent = points(cell(made, 0, 0), "5", "Mine")
    sent |= points(cell(made, 1, 0), "3", "Saved")
    give(made, {(0, 0): 1})

    answer = keeper.post(f"/en/selections/{made.slug}/scores", data=sent)

    found = again(made.id).scores
    given = [found[one.id, made.runners[0].id].points for one in made.criteria]
    assert (answer.status_code, given) == (409, [1, 3])
    assert [word in answer.text for word in ("Mine", "The interim report")] == [
        True
    ] * 2


def test_decision_is_saved(keeper):
    made = scored()

    answer = keeper.post(f"/en/selections/{made.slug}/decision", data=decision(made))

    standing = again(made.id)
    assert (answer.status_code, standing.row.decided_by) == (303, "The board")
    assert [one.choice for one in standing.runners] == [Choice.SELECTED] * 2


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"body": ""}, "Tell which body decided"),
        ({"decided_on": "2999-01-01"}, "This day is still to come"),
        ({"decided_on": "2001-01-01"}, "The results were opened only after this day"),
        ({"decided_on": "soon"}, "Write the date as day, month and year"),
    ],
)
def test_decision_that_is_not_whole_is_refused(keeper, fields, told):
    made = scored()

    answer = keeper.post(
        f"/en/selections/{made.slug}/decision", data=decision(made, **fields)
    )

    assert (answer.status_code, told in answer.text) == (422, True)
    assert ("It helped" in answer.text, again(made.id).is_decided) == (True, False)


def test_decision_needs_a_choice_and_a_reason_for_each(keeper):
    made = scored()
    sent = decision(made)
    sent[f"c{made.runners[0].id}-pick_choice"] = ""
    sent[f"c{made.runners[1].id}-reason_en"] = ""

    answer = keeper.post(f"/en/selections/{made.slug}/decision", data=sent)

    assert answer.status_code == 422
    assert "Choose what becomes of it" in answer.text
    assert "Write the reason in one language at least" in answer.text


def test_decision_of_another_meanwhile_stands(keeper):
    made = decided()
    sent = decision(made, body="My board", note="Mine", pick_seen="before")

    answer = keeper.post(f"/en/selections/{made.slug}/decision", data=sent)

    assert (answer.status_code, "My board" in answer.text) == (409, True)
    assert again(made.id).row.decided_by != "My board"


def test_correction_shows_what_was_said_before(keeper, client):
    made = decided()
    address = f"/en/selections/{made.slug}"
    without = keeper.post(f"{address}/decision", data=decision(made))
    sent = decision(made, note="One choice was written wrong")

    answer = keeper.post(f"{address}/decision", data=sent)

    page = client.get(address).text
    assert (without.status_code, answer.status_code) == (422, 303)
    assert "One choice was written wrong" in page
    assert "Because: not-selected." in page
