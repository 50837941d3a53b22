"""Voting on paper: sheets, who takes one, and entering them twice."""

import pytest
from bs4 import Tag
from flask import Flask
from flask.testing import FlaskClient
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.ballots.actions.opening import open_poll
from portal.ballots.models import Elector, PaperEntry, PaperSheet, Poll
from portal.ballots.tallies import Method
from portal.permissions import Role
from portal.workshops import actions as workshops
from portal.workshops.models import Phase, Workshop
from tests.ballots.boxes import ids, told
from tests.factories import make_poll, make_user, make_workshop, sign_in
from tests.workshops.pages import errors, fields, one, soup, texts

pytestmark = pytest.mark.one_engine

NICKNAMES = ("Aino", "Äijä", "Björn")


@pytest.fixture
def clerks(app: Flask) -> list[FlaskClient]:
    """Three people who may run the workshop."""
    names = ("Anna", "Bo", "Cai")
    return [sign_in(app, make_user(Role.COORDINATOR, name=name)) for name in names]


@pytest.fixture
def workshop() -> Workshop:
    return make_workshop(Phase.VOTE)


def open_to_three(app: Flask, workshop: Workshop, method=Method.DOTS, **fields) -> Poll:
    poll = make_poll(workshop, "Late", "Early", "Sunday", method=method, **fields)
    for nickname in NICKNAMES:
        workshops.join(workshop, nickname=nickname, voice=Voice.RESIDENT)
    with app.test_request_context("/en/"):
        open_poll(poll.id)
    return Poll.get_by_id(poll.id)


def printed(client: FlaskClient, poll: Poll, **written: str) -> list[Tag]:
    values = {"count": "3", "pick_language": "en", **written}
    page = client.post(f"/en/polls/{poll.id}/sheets", data=values)
    assert page.headers["Cache-Control"] == "no-store"
    return soup(page).select(".deck > li")


def code_of(sheet: Tag) -> str:
    return sheet.select_one(".code").text


def give(client: FlaskClient, poll: Poll, elector: Elector):
    return client.post(
        f"/en/polls/{poll.id}/paper-voters", data={"elector": elector.id}
    )


def give_all(client: FlaskClient, poll: Poll) -> None:
    for elector in Elector.select().where(Elector.poll == poll):
        give(client, poll, elector)


def enter(client: FlaskClient, poll: Poll, code: str, *, to="entries", **written):
    values = {"code": code, "voice": "resident", **written}
    return client.post(f"/en/polls/{poll.id}/{to}", data=values, follow_redirects=True)


def figures(page) -> dict[str, str]:
    """The counts above the form."""
    return {
        row.dt.text: row.dd.text for row in soup(page).select(".facts.is-row > div")
    }


def test_sheets_have_codes_and_all_choices_in_an_order_of_their_own(
    app, clerks, workshop
) -> None:
    poll = open_to_three(app, workshop)

    sheets = printed(clerks[0], poll, count="12")

    orders = [[li.span.text for li in sheet.select(".options li")] for sheet in sheets]
    assert len({code_of(sheet) for sheet in sheets}) == 12
    assert {tuple(sorted(order)) for order in orders} == {("Early", "Late", "Sunday")}
    assert len({tuple(order) for order in orders}) > 1
    assert {len(sheet.select(".circles i")) for sheet in sheets} == {9}
    assert PaperSheet.select().count() == 12


@pytest.mark.parametrize("spoken", ["fi", "sv"])
def test_sheets_are_printed_in_the_language_chosen(
    app, clerks, workshop, spoken
) -> None:
    poll = open_to_three(app, workshop)

    values = {"count": "1", "pick_language": spoken}
    page = clerks[0].post(f"/en/polls/{poll.id}/sheets", data=values)

    assert one(page, "html")["lang"] == spoken
    assert one(page, ".deck h2")["lang"] == "en"


@pytest.mark.parametrize(
    "written", [{"count": "0"}, {"count": "201"}, {"count": "x"}, {"count": ""}]
)
def test_number_of_sheets_is_bounded(app, clerks, workshop, written) -> None:
    poll = open_to_three(app, workshop)
    values = {"pick_language": "en", **written}

    page = clerks[0].post(f"/en/polls/{poll.id}/sheets", data=values)

    assert page.status_code == 422
    assert [place for place, _said in errors(page)] == ["#count"]
    assert PaperSheet.select().count() == 0


@pytest.mark.parametrize(
    ("asked", "found"),
    [("", ["Aino", "Björn", "Äijä"]), ("ä", ["Äijä"]), ("AIN", ["Aino"]), ("%", [])],
)
def test_people_are_found_by_nickname(app, clerks, workshop, asked, found) -> None:
    poll = open_to_three(app, workshop)

    page = clerks[0].get(f"/en/polls/{poll.id}/paper", query_string={"q": asked})

    assert texts(page, "#people .rows b") == found


def test_whoever_takes_a_sheet_is_marked_once(app, clerks, workshop) -> None:
    poll = open_to_three(app, workshop)
    elector = Elector.get(Elector.poll == poll)

    for _time in range(2):
        give(clerks[0], poll, elector)
    page = clerks[0].get(f"/en/polls/{poll.id}/paper")

    assert [row.on_paper for row in Elector.select().order_by(Elector.id)] == [
        True,
        False,
        False,
    ]
    assert figures(page)["Took a sheet"] == "1"


def test_elector_of_another_vote_is_not_marked(app, clerks, workshop) -> None:
    poll, other = open_to_three(app, workshop), open_to_three(app, workshop)
    foreign = Elector.get(Elector.poll == other)

    response = give(clerks[0], poll, foreign)

    assert response.status_code == 422
    assert not Elector.select().where(Elector.on_paper).exists()


@pytest.mark.parametrize(
    ("method", "marks", "choice"),
    [
        (Method.APPROVAL, {"option": [0, 2]}, [0, 2]),
        (Method.DOTS, {0: 3, 1: 1}, {0: 3, 1: 1}),
        (Method.SCORE, {0: 0, 2: 5}, {0: 0, 2: 5}),
        (Method.RANKING, {0: 2, 1: 1, 2: 2}, [[1], [0, 2]]),
        (Method.CONSENT, {0: "agree", 1: "object"}, {0: "agree", 1: "object"}),
        (Method.BUDGET, {"option": [1]}, [1]),
    ],
)
def test_sheet_read_alike_by_two_is_in_the_box(
    app, clerks, method, marks, choice
) -> None:
    poll = open_to_three(app, make_workshop(Phase.VOTE), method, budget=100)
    options = ids(poll)
    give_all(clerks[0], poll)
    code = code_of(printed(clerks[0], poll)[0])
    written = {
        (key if key == "option" else f"o{options[key]}"): (
            [options[place] for place in said] if key == "option" else said
        )
        for key, said in marks.items()
    }

    pages = [
        enter(clerk, poll, code, **written, voice="expert") for clerk in clerks[:2]
    ]

    (ballot,) = told(poll, app)
    assert [texts(page, ".notice.is-ok b") for page in pages] == [
        ["Entered. Somebody else enters it once more."],
        ["Read alike by two: it is in the box."],
    ]
    assert flat(ballot[0]) == flat(numbered(choice, options))
    assert ballot[1:] == ("expert", "paper")


def numbered(choice, options):
    if isinstance(choice, dict):
        return {str(options[place]): said for place, said in choice.items()}
    return [
        sorted(options[one] for one in part)
        if isinstance(part, list)
        else options[part]
        for part in choice
    ]


def flat(choice):
    """Without the order of what stands on one place."""
    if isinstance(choice, dict):
        return choice
    return [sorted(part) if isinstance(part, list) else part for part in choice]


def test_fields_stand_in_the_order_of_the_sheet(app, clerks, workshop) -> None:
    poll = open_to_three(app, workshop)
    sheets = printed(clerks[0], poll)

    orders = [
        texts(
            clerks[0].get(f"/en/polls/{poll.id}/entries?code={code_of(sheet).lower()}"),
            ".entry label",
        )
        for sheet in sheets
    ]

    assert orders == [
        [li.span.text for li in sheet.select(".options li")] for sheet in sheets
    ]


def test_second_reader_does_not_see_what_the_first_has_read(
    app, clerks, workshop
) -> None:
    poll = open_to_three(app, workshop)
    first = f"o{ids(poll)[0]}"
    code = code_of(printed(clerks[0], poll)[0])
    enter(clerks[0], poll, code, **{first: "2"}, voice="staff")

    own, other = (
        fields(clerk.get(f"/en/polls/{poll.id}/entries?code={code}"))
        for clerk in clerks[:2]
    )

    assert (own[first], own["voice"]) == ("2", "staff")
    assert (other[first], other["voice"]) == ("", "resident")


def test_two_readings_that_differ_are_shown_and_settled(app, clerks, workshop) -> None:
    poll = open_to_three(app, workshop)
    first, second, _third = (f"o{option}" for option in ids(poll))
    give_all(clerks[0], poll)
    code = code_of(printed(clerks[0], poll)[0])
    enter(clerks[0], poll, code, **{first: "2", second: "1"})

    page = enter(clerks[1], poll, code, **{first: "2", second: "3"}, voice="staff")
    settled = enter(
        clerks[2], poll, code, to="settlements", **{first: "2", second: "3"}
    )

    assert texts(page, "table mark") == ["Resident", "Staff", "1", "3"]
    assert texts(page, "thead th")[1:] == ["Anna", "Bo"]
    left = fields(page)
    assert (left[first], left[second], left.get("voice")) == ("2", "", None)
    assert figures(page)["Read differently"] == "1"
    assert figures(settled)["In the box"] == "1"
    options = ids(poll)
    assert told(poll, app) == [
        ({str(options[0]): 2, str(options[1]): 3}, "resident", "paper")
    ]


def test_empty_sheet_is_a_ballot_that_names_nothing(app, clerks, workshop) -> None:
    poll = open_to_three(app, workshop)
    give_all(clerks[0], poll)
    code = code_of(printed(clerks[0], poll)[0])

    for clerk in clerks[:2]:
        enter(clerk, poll, code, spoilt="1")

    assert told(poll, app) == [({}, "resident", "paper")]


@pytest.mark.parametrize(
    ("written", "place"),
    [({}, "o"), ({"all": "9"}, "o"), ({"voice": "king", "one": "1"}, "voice")],
)
def test_what_can_not_be_counted_is_given_back(
    app, clerks, workshop, written, place
) -> None:
    poll = open_to_three(app, workshop)
    options = ids(poll)
    code = code_of(printed(clerks[0], poll)[0])
    values = {key: said for key, said in written.items() if key == "voice"}
    if "all" in written:
        values |= {f"o{option}": written["all"] for option in options}
    if "one" in written:
        values[f"o{options[0]}"] = written["one"]

    page = enter(clerks[0], poll, code, **values)

    assert page.status_code == 422
    assert errors(page)[0][0].startswith(f"#{place}")
    assert one(page, errors(page)[0][0])
    assert PaperEntry.select().count() == 0


@pytest.mark.parametrize("code", ["ABCD-EFGH", "' OR 1=1", "x" * 5000])
def test_wrong_code_says_so_at_its_field(app, clerks, workshop, code) -> None:
    poll, other = open_to_three(app, workshop), open_to_three(app, workshop)
    foreign = code_of(printed(clerks[0], other)[0])

    for tried in (code, foreign):
        page = clerks[0].get(
            f"/en/polls/{poll.id}/entries", query_string={"code": tried}
        )

        assert page.status_code == 422
        assert "No sheet of this vote has this code" in texts(page, "#code-error")[0]


def test_sheet_entered_after_the_close_is_refused_with_a_clear_page(
    app, clerks, workshop
) -> None:
    poll = open_to_three(app, workshop)
    give_all(clerks[0], poll)
    code = code_of(printed(clerks[0], poll)[0])
    clerks[0].post(f"/en/polls/{poll.id}/state", data={"state": "closed"})

    late = enter(clerks[0], poll, code, **{f"o{ids(poll)[0]}": "1"})
    result = clerks[0].get(f"/en/polls/{poll.id}")

    assert late.status_code == 409
    assert texts(result, ".notice.is-wait")[0].startswith("3 people took paper ballots")


def test_desk_tells_before_the_close_what_is_not_entered(app, clerks, workshop) -> None:
    poll = open_to_three(app, workshop)
    before = clerks[0].get(f"/en/polls/{poll.id}/desk")
    give_all(clerks[0], poll)

    after = clerks[0].get(f"/en/polls/{poll.id}/desk")

    assert soup(before).select(".notice.is-wait") == []
    assert texts(after, ".notice.is-wait b") == [
        "3 paper ballots are not in the box yet."
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_entering_costs_the_same_for_few_and_many_sheets(
    app, clerks, workshop, count
) -> None:
    poll = open_to_three(app, workshop)
    sheets = printed(clerks[0], poll)
    for sheet in sheets[:count]:
        enter(clerks[0], poll, code_of(sheet), **{f"o{ids(poll)[0]}": "1"})
    clerks[0].get(f"/en/polls/{poll.id}/entries")

    with count_queries() as queries:
        clerks[0].get(f"/en/polls/{poll.id}/entries")

    # Session with its user, grants; poll, its texts; workshop, version of the
    # vocabulary, texts, areas, version of the names of teams; marked, printed, entries,
    # notices.
    assert queries.count == 13
