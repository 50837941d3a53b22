"""What is told of a vote that has closed: its page, its files, its list."""

import csv
import json
from hashlib import sha256
from io import StringIO

import pytest
from flask.testing import FlaskClient
from playhouse.test_utils import count_queries

from portal.ballots.models import Poll, PollOptionText, Reason
from portal.ballots.tallies import Method
from portal.permissions import Role
from portal.proposals.models import State
from portal.workshops.models import Entry, Phase, Workshop
from tests.ballots.boxes import ids
from tests.ballots.closed import make_closed
from tests.factories import make_poll, make_user, make_workshop, sign_in
from tests.workshops.pages import one, soup, texts, warm

pytestmark = pytest.mark.one_engine

FILES = ("result.csv", "result.json", "ballots.json", "recount.py", "ballots")


@pytest.fixture
def workshop() -> Workshop:
    return make_workshop(Phase.ANSWER)


def page(client: FlaskClient, poll: Poll, more: str = ""):
    return client.get(f"/en/polls/{poll.id}{more}")


def rows(response) -> list[list[str]]:
    table = soup(response).select_one("table.votes")
    return [
        [" ".join(cell.text.split()) for cell in row.select("td, th")]
        for row in table.select("tbody tr")
    ]


def groups(*said) -> list[tuple[object, str]]:
    """Ballots of (number, choice, voice)."""
    return [(choice, voice) for number, choice, voice in said for _ in range(number)]


def test_result_begins_with_what_won(client, workshop) -> None:
    said = groups((9, [0], "resident"), (6, [0, 1], "staff"))
    poll = make_closed(workshop, *said, electors=20)

    response = page(client, poll)

    assert texts(response, ".lead") == [
        (
            "15 people voted. First came: Open late. "
            "It came first in every group that is shown."
        )
    ]
    assert rows(response) == [
        ["1", "Open late", "15", "100%", "100%", "100%"],
        ["2", "Open early", "6", "40%", "0%", "100%"],
        ["3", "Open on Sunday", "0", "0%", "0%", "0%"],
    ]
    assert "20 people could vote" in response.text


@pytest.mark.parametrize(
    ("method", "said", "fields", "lead"),
    [
        (
            Method.DOTS,
            [({0: 1}, "staff")] * 3 + [({1: 1}, "staff")] * 3,
            {},
            "6 people voted. These share the first place: Open late; Open early.",
        ),
        (
            Method.SCORE,
            [({0: 5, 1: 2}, "staff")] * 6,
            {},
            "6 people voted. First came: Open late.",
        ),
        (
            Method.RANKING,
            [([[2], [0, 1]], "staff")] * 6,
            {},
            "6 people voted. First came: Open on Sunday.",
        ),
        (
            Method.CONSENT,
            [({0: "agree", 1: "object"}, "staff")] * 6,
            {},
            "6 people voted. Agreed: Open late.",
        ),
        (
            Method.CONSENT,
            [({0: "agree-if", 1: "object"}, "staff")] * 6,
            {},
            "6 people voted. Nothing was agreed without conditions.",
        ),
        (
            Method.BUDGET,
            [([0, 1], "staff")] * 6,
            {"costs": (60, 40, 900), "budget": 100},
            "6 people voted. The money goes to: Open early; Open late.",
        ),
        (
            Method.BUDGET,
            [([2], "staff")] * 6,
            {"costs": (60, 40, 900), "budget": 100},
            "6 people voted. The money buys none of these.",
        ),
        (Method.APPROVAL, [], {}, "Nobody voted."),
    ],
)
def test_each_method_says_what_came_of_it(client, method, said, fields, lead) -> None:
    poll = make_closed(make_workshop(Phase.ANSWER), *said, method=method, **fields)

    response = page(client, poll, "?all=1")

    assert texts(response, ".lead") == [lead]


def test_winners_of_a_budget_are_shown_with_the_working(client, workshop) -> None:
    said = groups((6, [0, 1], "resident"), (4, [2], "staff"))
    poll = make_closed(
        workshop, *said, method=Method.BUDGET, costs=(50, 30, 40), budget=100
    )

    response = page(client, poll, "?all=1")

    working = texts(response, "details .bullets li")
    assert working[0] == "€100 shared by 10 is €10.00 for each."
    assert working[-1] == "€70 is used, €30 is left over."


def test_handful_is_told_nothing_but_what_won(client, workshop) -> None:
    poll = make_closed(workshop, *groups((3, [0], "staff"), (1, [1], "expert")))

    response = page(client, poll)
    table = list(
        csv.reader(StringIO(page(client, poll, "/result.csv").text), delimiter=";")
    )
    document = page(client, poll, "/result.json").get_json()

    first = ids(poll)[0]
    assert texts(response, ".lead") == ["4 people voted. First came: Open late."]
    assert soup(response).select("table, .levels, details") == []
    assert table[1:] == [["1", str(first), "Open late", "yes"]]
    assert document["options"] == [{"id": first, "title": "Open late"}]
    assert {"voices", "ways", "working", "list_sha256"} & set(document) == set()
    for file in ("ballots.json", "recount.py"):
        assert page(client, poll, f"/{file}").status_code == 404


def test_group_that_is_hidden_looks_like_one_that_is_empty(client, workshop) -> None:
    hidden = groups((60, [0], "resident"), (20, [1], "staff"))
    two = groups((3, [0], "expert"), (4, [0], "partner"))
    none = groups((7, [0], "resident"))
    other = make_workshop(Phase.ANSWER)
    with_two = make_closed(workshop, *hidden, *two)
    with_none = make_closed(other, *hidden, *none)

    notes = [
        texts(page(client, poll), "main section:first-of-type .hint")[0]
        for poll in (with_two, with_none)
    ]

    assert notes[0] == notes[1]
    assert notes[0].startswith("Not shown: Expert by experience, Organisation. ")


def test_groups_are_compared_in_words_with_their_figures(client, workshop) -> None:
    said = groups(
        (8, [0, 1], "resident"),
        (2, [0], "resident"),
        (9, [0, 2], "staff"),
        (1, [2], "staff"),
    )
    poll = make_closed(workshop, *said)

    response = page(client, poll)

    alike, apart = soup(response).select("[aria-labelledby=groups] .split > div")
    words = [" ".join(part.stripped_strings) for part in (alike, apart)]
    assert words == [
        "Where they agree Open late Resident 100% Staff 90%",
        (
            "Where they differ Open on Sunday Resident 0% Staff 100% "
            "Open early Resident 80% Staff 0%"
        ),
    ]


def test_open_result_tells_that_identity_was_not_checked(client) -> None:
    said = groups((6, [0], "staff"))
    polls = {
        entry: make_closed(make_workshop(Phase.ANSWER, entry=entry), *said)
        for entry in Entry
    }
    coordinator = sign_in(client.application, make_user(Role.COORDINATOR))

    told = [
        entry
        for entry, poll in polls.items()
        if "Identity was not checked" in page(coordinator, poll).text
    ]

    assert told == [Entry.OPEN, Entry.CODE]


def test_result_by_invitation_is_not_there_for_others(client) -> None:
    workshop = make_workshop(Phase.ANSWER, entry=Entry.INVITED)
    poll = make_closed(workshop, *groups((6, [0], "staff")))

    statuses = {page(client, poll, f"/{file}").status_code for file in FILES}

    assert statuses == {404}
    assert page(client, poll).status_code == 404


@pytest.mark.parametrize("file", FILES)
def test_files_are_not_there_before_the_vote_closes(client, workshop, file) -> None:
    poll = make_poll(workshop, state="open")

    assert page(client, poll, f"/{file}").status_code == 404


def test_table_is_safe_in_a_spreadsheet_and_whole(client, workshop) -> None:
    poll = make_closed(
        workshop, *groups((6, [0], "staff"), (6, [0, 1], "resident")), electors=20
    )
    first, second, third = ids(poll)
    title = '=HYPERLINK("http://verstas.example")'
    these = PollOptionText.option == second
    PollOptionText.update(title=title).where(these).execute()

    table = list(
        csv.reader(StringIO(page(client, poll, "/result.csv").text[1:]), delimiter=";")
    )

    assert table == [
        [
            "Place",
            "Number",
            "Proposal",
            "Won",
            "Approvals",
            "Share",
            "Resident (6): Approvals",
            "Resident (6): Share",
            "Staff (6): Approvals",
            "Staff (6): Share",
        ],
        ["1", str(first), "Open late", "yes", "12", "1.0", "6", "1.0", "6", "1.0"],
        ["2", str(second), f"'{title}", "no", "6", "0.5", "6", "1.0", "0", "0.0"],
        ["3", str(third), "Open on Sunday", "no", *["0", "0.0"] * 3],
    ]


def test_document_holds_what_the_page_does(client, workshop) -> None:
    poll = make_closed(workshop, *groups((6, [0], "staff"), (6, [0], "resident")))
    first = str(ids(poll)[0])

    document = page(client, poll, "/result.json").get_json()

    assert document["winners"] == [int(first)]
    assert document["list_sha256"] == poll.digest
    assert document["voices"] == {
        voice: {
            "ballots": 6,
            "figures": {
                str(option): {
                    "approvals": 6 if option == int(first) else 0,
                    "share": [1, 1] if option == int(first) else [0, 1],
                }
                for option in ids(poll)
            },
        }
        for voice in ("resident", "staff")
    }


def test_list_has_the_fingerprint_that_is_told(client, workshop) -> None:
    poll = make_closed(workshop, *groups((20, [0], "staff")))

    listed = page(client, poll, "/ballots.json")

    digest = sha256(listed.data).hexdigest()
    assert one(page(client, poll, "/ballots"), ".digest").text == digest
    assert listed.headers["Content-Disposition"].startswith("attachment")


def test_ballot_is_found_by_its_receipt(client, workshop) -> None:
    poll = make_closed(workshop, *groups((19, [0], "staff"), (1, [1, 2], "staff")))
    listed = json.loads(poll.ballots)["ballots"]
    (mine,) = [one["receipt"] for one in listed if len(one["choice"]) > 1]

    typed = f"{mine[:5].lower()} {mine[5:]}"
    found = page(client, poll, f"/ballots?receipt={typed}")

    assert texts(found, ".notice li") == ["Open early", "Open on Sunday"]
    assert found.headers["Cache-Control"] == "no-store"


def test_receipt_of_one_of_a_few_finds_only_that_it_was_counted(
    client, workshop
) -> None:
    poll = make_closed(workshop, *groups((18, [0], "staff"), (1, [1, 2], "staff")))
    mine = json.loads(poll.ballots)["receipts"][0]

    found = page(client, poll, f"/ballots?receipt={mine}")

    assert texts(found, ".notice b") == [f"Ballot {mine} was counted."]
    assert soup(found).select(".notice li") == []


@pytest.mark.parametrize("receipt", ["ABCDEFGHJK", "<script>", "x" * 10_000, "٣"])
def test_unknown_receipt_says_what_to_do(client, workshop, receipt) -> None:
    poll = make_closed(workshop, *groups((20, [0], "staff")))

    found = client.get(
        f"/en/polls/{poll.id}/ballots", query_string={"receipt": receipt}
    )

    assert found.status_code == 200
    assert "Check the signs." in texts(found, ".notice.is-wait")[0]


def test_long_list_is_paged(client, workshop) -> None:
    poll = make_closed(workshop, *groups((101, [0], "staff")))

    lengths = [
        len(soup(page(client, poll, f"/ballots?page={n}")).select("tbody tr"))
        for n in ("1", "2", "9", "-3", "x")
    ]

    assert lengths == [100, 1, 1, 100, 100]


def test_reasons_are_shown_when_a_moderator_has_read_them(client, workshop) -> None:
    said = [({0: "agree", 1: "object"}, "staff")] * 6
    poll = make_closed(workshop, *said, method=Method.CONSENT)
    option = ids(poll)[1]
    for body, state in (("Too early", State.PUBLISHED), ("A name", State.WAITING)):
        Reason.create(
            option=option, stance="object", language="en", body=body, state=state
        )

    response = page(client, poll)

    (told,) = soup(response).select("[aria-labelledby=reasons] li")
    assert list(told.stripped_strings) == [
        "I object, since …",
        "Open early",
        "Too early",
        "Report this text",
        ": Too early",
    ]
    link = told.a["href"]
    assert client.get(link).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_result_costs_the_same_for_few_and_many_options(
    client, workshop, count
) -> None:
    said, costs = groups((6, [0], "staff")), (10,) * count
    poll = make_closed(workshop, *said, method=Method.BUDGET, costs=costs, budget=100)
    warm()

    with count_queries() as queries:
        page(client, poll)
    # Poll, its texts; workshop, version of the vocabulary, texts, areas, version of
    # the names of teams; options, their texts, reasons.
    assert queries.count == 10


def test_workshop_shows_the_outcome_of_its_votes(client) -> None:
    workshop = make_workshop(Phase.VOTE)
    make_closed(workshop, *groups((6, [0], "staff")))
    make_closed(workshop)

    response = client.get(f"/en/workshops/{workshop.slug}/results")

    assert texts(response, "[aria-labelledby=votes] li p") == [
        "Nobody voted.",
        "6 people voted. Open late",
    ]
