import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from playhouse.test_utils import count_queries

from portal.ballots.models import Poll, PollState
from portal.proposals.models import State
from tests.facilitation.people import runs
from tests.factories import (
    make_participant,
    make_poll,
    make_proposal,
    make_workshop,
)
from tests.workshops.pages import warm


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def client(app, workshop):
    return runs(app, workshop)


def unpacked(client):
    response = client.get("/en/workshops/doors/export.zip")
    file = ZipFile(BytesIO(response.data))
    return {name: file.read(name).decode() for name in file.namelist()}


def test_export_holds_the_workshop_as_tables(client, workshop):
    proposal = make_proposal(workshop, "Öppna dörren", supports=2)
    make_proposal(make_workshop(), "Elsewhere")

    files = unpacked(client)

    (row,) = json.loads(files["proposals.json"])
    assert (row["number"], row["suggestion"], row["supports"], row["state"]) == (
        proposal.id,
        "Öppna dörren",
        2,
        "published",
    )
    assert "Öppna dörren" in files["proposals.csv"]
    assert "Elsewhere" not in "".join(files.values())


def test_words_that_are_not_public_stay_here(client, workshop):
    for state in (State.WAITING, State.RETURNED):
        make_proposal(workshop, f"Secret {state}", state=state)

    files = unpacked(client)

    assert "Secret" not in "".join(files.values())
    states = [row["state"] for row in json.loads(files["proposals.json"])]
    assert states == ["waiting", "returned"]


def test_export_holds_no_keys_and_joins_no_nickname_with_words(client, workshop):
    author = make_participant(workshop)
    type(author).update(nickname="Heron").where(type(author).id == author.id).execute()
    make_proposal(workshop, author=author)

    files = unpacked(client)

    whole = "".join(files.values())
    assert author.key_digest not in whole
    assert author.recovery_digest not in whole
    holding = [name for name, text in files.items() if "Heron" in text]
    assert holding == ["people.csv", "people.json"]


def test_what_a_spreadsheet_would_run_is_marked(client, workshop):
    make_proposal(workshop, "=HYPERLINK(1)")

    files = unpacked(client)

    assert ";'=HYPERLINK(1);" in files["proposals.csv"]
    assert json.loads(files["proposals.json"])[0]["suggestion"] == "=HYPERLINK(1)"


def test_polls_are_there_once_they_have_closed(client, workshop):
    closed, _open = make_poll(workshop), make_poll(workshop, state=PollState.OPEN)
    told = {"state": PollState.CLOSED, "ballots": "[1]", "result": '{"ballots": 5}'}
    Poll.update(told).where(Poll.id == closed.id).execute()

    files = unpacked(client)

    polls = {name: text for name, text in files.items() if name.startswith("poll")}
    assert polls == {
        f"poll-{closed.id}-ballots.json": "[1]",
        f"poll-{closed.id}-result.json": '{"ballots": 5}',
    }


def test_list_of_a_handful_of_ballots_is_left_out(client, workshop):
    poll = make_poll(workshop, state=PollState.CLOSED, result='{"ballots": 4}')

    files = unpacked(client)

    assert [name for name in files if name.startswith("poll")] == [
        f"poll-{poll.id}-result.json"
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_export_costs_the_same_for_one_and_for_many(client, workshop, count):
    for _ in range(count):
        make_proposal(workshop)
    warm()

    with count_queries() as queries:
        unpacked(client)

    # Nine for whoever asks and the workshop, ten tables, polls.
    assert queries.count == 20
