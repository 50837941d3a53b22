"""Every pilot, also the ones that were not selected."""

import pytest
from playhouse.test_utils import count_queries

from portal.pilots.actions.decisions import Verdict, decide, seen_of
from portal.pilots.actions.states import set_state
from portal.pilots.models import Choice, PilotState
from portal.upkeep.notes import Note
from tests.factories import make_user
from tests.pilots.selecting import ruling, scored
from tests.pilots.things import make_pilot, told
from tests.workshops.pages import texts


def test_not_selected_stays_with_its_reason(client):
    pilot = make_pilot("Evening hour", state=PilotState.BEING_EVALUATED)
    set_state(
        pilot.id, PilotState.NOT_SELECTED, by=None, note=Note("Nobody called", "en")
    )

    page = client.get("/en/pilots?state=not-selected")

    assert texts(page, "h2.h3") == ["Evening hour"]
    assert "Nobody called" in page.text
    assert "Nobody called" in client.get(f"/en/pilots/{pilot.slug}").text


def test_reason_of_a_selection_is_told_once_in_the_language_of_the_reader(client):
    made = scored()
    reasons = {"fi": "Kukaan ei soittanut.", "sv": "Ingen ringde."}
    wanted = ruling(made)
    refused = made.runners[1]
    wanted.verdicts[refused.id] = Verdict(Choice.NOT_SELECTED, reasons)
    decide(made, wanted, seen=seen_of(made), by=make_user())

    listed = client.get("/sv/pilots").text
    page = client.get(f"/sv/pilots/{refused.slug}").text

    assert [listed.count(words) for words in reasons.values()] == [0, 1]
    assert [page.count(words) for words in reasons.values()] == [0, 1]


def test_list_is_narrowed_by_state(client):
    make_pilot("Runs")
    make_pilot("Waits", state=PilotState.PLANNED)

    assert texts(client.get("/en/pilots?state=planned"), "h2.h3") == ["Waits"]
    assert texts(client.get("/en/pilots?state=other"), "h2.h3") == ["Waits", "Runs"]


def test_hidden_pilot_is_not_counted(client):
    make_pilot(public=False, state=PilotState.PLANNED)

    page = client.get("/en/pilots")

    assert "No pilots here yet" in page.text
    assert "Planned" not in page.text


@pytest.mark.parametrize("number", [1, 3])
def test_statements_are_the_same_for_one_or_three(client, number):
    for _pilot in range(number):
        told(make_pilot(), (8, 20))
    client.get("/en/pilots")

    with client.session_transaction() as session:
        session["seen"] = "yes"
    with count_queries() as q:
        client.get("/en/pilots")

    assert q.count == 4  # versions, entries of all, outcomes of selections: two
