import pytest
from flask import Flask
from flask.testing import FlaskClient
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.ballots import link_keys
from portal.ballots.actions.closing import close
from portal.ballots.actions.making import set_withdrawn
from portal.ballots.actions.opening import open_poll
from portal.ballots.models import Ballot, Elector, Poll, PollOption
from portal.ballots.tallies import Method
from portal.workshops.models import Phase
from tests.ballots.boxes import box, ids, named
from tests.factories import make_poll, make_workshop, take_seat
from tests.workshops.pages import errors, one, soup, texts, warm

pytestmark = pytest.mark.one_engine

OPTIONS = ("Open late", "Open early", "Open on Sunday")


def voting(app: Flask, method: Method, **fields) -> tuple[FlaskClient, Poll, list[int]]:
    """A seat in a workshop, and an open poll in it with its options."""
    workshop = make_workshop(Phase.VOTE)
    client, _me = take_seat(app, workshop, Voice.EXPERT)
    poll = make_poll(workshop, *OPTIONS, method=method, **fields)
    with app.test_request_context("/en/"):
        open_poll(poll.id)
    poll = Poll.get_by_id(poll.id)
    return client, poll, ids(poll)


def cast(client: FlaskClient, poll: Poll, written: dict):
    return client.post(f"/en/polls/{poll.id}/ballot", data=written)


def filled(written: dict, options: list[int]) -> dict:
    """The fields of a ballot, whose options are told by their place."""
    found = {}
    for name, value in written.items():
        if name == "option":
            found[name] = [options[place] for place in value]
        else:
            found[f"{name[0]}{options[int(name[1:])]}"] = value
    return found


@pytest.mark.parametrize(
    ("method", "written", "choice"),
    [
        (Method.APPROVAL, {"option": [0, 2]}, [0, 2]),
        (Method.DOTS, {"o0": 3, "o1": 2, "o2": 0}, {0: 3, 1: 2}),
        (Method.SCORE, {"o0": 0, "o1": "", "o2": 5}, {0: 0, 2: 5}),
        (Method.RANKING, {"o0": 2, "o1": 1, "o2": 2}, [[1], [0, 2]]),
        (
            Method.CONSENT,
            {"o0": "agree", "o1": "concern"},
            {0: "agree", 1: "concern"},
        ),
        (Method.BUDGET, {"option": [1]}, [1]),
    ],
    ids=list(Method),
)
def test_ballot_of_each_method_is_in_the_box_as_it_was_marked(
    app: Flask, method: Method, written, choice
) -> None:
    client, poll, options = voting(app, method, budget=100)

    response = cast(client, poll, filled(written, options))

    (content,) = box(poll, app)
    assert response.status_code == 200
    assert (content.choice, content.voice, content.way) == (
        named(choice, options),
        "expert",
        "web",
    )
    assert texts(response, ".big")[0] == content.receipt
    assert response.headers["Cache-Control"] == "no-store"


def test_second_ballot_takes_the_place_of_the_first(app: Flask) -> None:
    client, poll, (first, second, _third) = voting(app, Method.APPROVAL)

    receipts = [
        texts(cast(client, poll, {"option": option}), ".big")[0]
        for option in (first, second)
    ]

    assert [(content.choice, content.receipt) for content in box(poll, app)] == [
        ([second], receipts[1])
    ]
    assert receipts[0] != receipts[1]


@pytest.mark.parametrize(
    ("method", "written", "said"),
    [
        (Method.APPROVAL, {}, "Choose something first"),
        (Method.DOTS, {"o0": 3, "o1": 3}, "You gave 6 dots"),
        (Method.DOTS, {"o0": 4}, "at most 3 dots"),
        (Method.DOTS, {"o0": "³"}, "was not offered"),
        (Method.DOTS, {"o0": "9" * 5000}, "was not offered"),
        (Method.DOTS, {"o0": "-1"}, "was not offered"),
        (Method.SCORE, {"o0": 6}, "was not offered"),
        (Method.RANKING, {"o0": 1, "o1": 3}, "Number 2 is missing"),
        (Method.RANKING, {"o0": 0}, "was not offered"),
        (Method.CONSENT, {"o0": "object"}, "Say why"),
        (Method.CONSENT, {"o0": "maybe"}, "was not offered"),
        (
            Method.CONSENT,
            {"o0": "object", "w0": "x" * 203},
            "Shorten this by 3",
        ),
    ],
)
def test_ballot_that_can_not_be_counted_is_given_back(
    app: Flask, method: Method, written, said
) -> None:
    client, poll, options = voting(app, method)

    response = cast(client, poll, filled(written, options))

    assert response.status_code == 422
    (problem,) = errors(response)
    assert said in problem[1]
    assert one(response, problem[0])
    assert Ballot.select().count() == 0


def test_option_of_another_vote_is_not_taken(app: Flask) -> None:
    client, poll, (first, *_others) = voting(app, Method.APPROVAL)
    _client, _poll, (foreign, *_rest) = voting(app, Method.APPROVAL)

    response = cast(client, poll, {"option": [first, foreign]})

    assert response.status_code == 422
    assert "was not offered" in errors(response)[0][1]
    assert Ballot.select().count() == 0


def test_budget_is_never_passed(app: Flask) -> None:
    client, poll, options = voting(app, Method.BUDGET, budget=100)
    PollOption.update(cost=60).where(PollOption.poll == poll).execute()

    response = cast(client, poll, {"option": options[:2]})

    assert response.status_code == 422
    assert errors(response)[0][1] == (
        "What you chose costs 120 €, and there is 100 €. Leave something out."
    )
    assert len(soup(response).select("input[checked]")) == 2


def test_wrong_ballot_leaves_the_earlier_one_in_the_box(app: Flask) -> None:
    client, poll, (first, *_others) = voting(app, Method.DOTS)
    cast(client, poll, {f"o{first}": 2})

    cast(client, poll, {f"o{first}": 9})

    assert [content.choice for content in box(poll, app)] == [{str(first): 2}]


def test_reasons_are_sealed_with_the_ballot_and_kept_on_the_page(app: Flask) -> None:
    client, poll, (first, second, _third) = voting(app, Method.CONSENT)
    written = {f"o{first}": "object", f"w{first}": "Too late for buses"}

    wrong = cast(client, poll, {**written, f"o{second}": "agree-if"})
    cast(client, poll, written)

    assert one(wrong, f"#w{first}").text == "Too late for buses"
    (content,) = box(poll, app)
    assert content.reasons == {str(first): ("object", "en", "Too late for buses")}


def test_order_is_each_voters_own_and_stays(app: Flask) -> None:
    client, poll, _options = voting(app, Method.APPROVAL)
    address = f"/en/polls/{poll.id}"

    orders = [texts(client.get(address), "legend h3") for _look in range(2)]
    wrong = texts(cast(client, poll, {}), "legend h3")
    everybody = set()
    for _person in range(12):
        workshop = type(poll).workshop.rel_model.get_by_id(poll.workshop)
        other, person = take_seat(app, workshop)
        Elector.create(poll=poll, participant=person, voice=person.voice)
        everybody.add(tuple(texts(other.get(address), "legend h3")))

    assert orders[0] == orders[1] == wrong
    assert sorted(orders[0]) == sorted(OPTIONS)
    assert len(everybody) > 2


def test_page_never_shows_how_one_voted(app: Flask) -> None:
    client, poll, (first, *_others) = voting(app, Method.APPROVAL)
    before = client.get(f"/en/polls/{poll.id}")

    cast(client, poll, {"option": first})
    after = client.get(f"/en/polls/{poll.id}")

    assert after.text == before.text
    assert after.headers["Cache-Control"] == "no-store"


def test_only_those_who_joined_before_the_opening_vote(app: Flask) -> None:
    _client, poll, (first, *_others) = voting(app, Method.APPROVAL)
    workshop = type(poll).workshop.rel_model.get_by_id(poll.workshop)
    late, _person = take_seat(app, workshop)

    shown = late.get(f"/en/polls/{poll.id}")
    refused = cast(late, poll, {"option": first})

    assert "You joined after the vote was opened" in shown.text
    assert refused.status_code == 409
    assert Ballot.select().count() == 0


def test_who_votes_on_paper_is_told_so(app: Flask) -> None:
    client, poll, (first, *_others) = voting(app, Method.APPROVAL)
    Elector.update(on_paper=True).execute()

    response = cast(client, poll, {"option": first})

    assert response.status_code == 409
    assert "You vote on paper" in response.text
    assert Ballot.select().count() == 0


def test_ballot_that_comes_too_late_gets_a_clear_page(app: Flask) -> None:
    client, poll, (first, *_others) = voting(app, Method.APPROVAL)
    with app.test_request_context("/en/"):
        close(poll.id)

    response = cast(client, poll, {"option": first})

    assert response.status_code == 409
    assert texts(response, "[role=alert]") == ["This ballot was not counted."]
    assert Ballot.select().count() == 0


@pytest.mark.parametrize("withdrawn", [1, 3])
def test_ballot_for_what_is_withdrawn_leads_to_what_can_be_chosen(
    app: Flask, withdrawn: int
) -> None:
    client, poll, options = voting(app, Method.APPROVAL)
    gone = options[:withdrawn]
    with app.test_request_context("/en/"):
        for option in gone:
            set_withdrawn(poll.id, option, withdrawn=True)

    response = cast(client, poll, {"option": gone[0]})

    ((where, _said),) = errors(response)
    left = {f"#o{option}" for option in options if option not in gone}
    assert response.status_code == 422
    assert where in (left or {"#ballot"})


def test_lost_key_is_told_before_one_fills_in_a_ballot(app: Flask) -> None:
    client, poll, (first, *_others) = voting(app, Method.APPROVAL)
    with app.app_context():
        link_keys.destroy(poll.link_key)

    shown = client.get(f"/en/polls/{poll.id}")
    refused = cast(client, poll, {"option": first})

    assert "Voting has ended because of a fault" in shown.text
    assert refused.status_code == 409
    assert refused.headers["Cache-Control"] == "no-store"
    assert texts(refused, "[role=alert] b") == ["This ballot was not counted."]
    assert not soup(refused).select("main textarea")


def test_seat_in_another_workshop_does_not_vote_here(app: Flask) -> None:
    _client, poll, (first, *_others) = voting(app, Method.APPROVAL)
    stranger, _person = take_seat(app, make_workshop(Phase.VOTE))

    assert cast(stranger, poll, {"option": first}).status_code == 401
    assert Ballot.select().count() == 0


def test_poll_that_has_not_begun_is_not_there(app: Flask) -> None:
    workshop = make_workshop(Phase.VOTE)
    client, _me = take_seat(app, workshop)
    poll = make_poll(workshop)

    assert client.get(f"/en/polls/{poll.id}").status_code == 404
    assert cast(client, poll, {"option": 1}).status_code == 404


def test_withdrawn_option_is_shown_and_can_not_be_chosen(app: Flask) -> None:
    client, poll, (first, second, _third) = voting(app, Method.APPROVAL)
    PollOption.update(withdrawn=True).where(PollOption.id == first).execute()

    page = client.get(f"/en/polls/{poll.id}")
    alone = cast(client, poll, {"option": first})
    cast(client, poll, {"option": [first, second]})

    assert [box["value"] for box in soup(page).select('[name="option"]')].count(
        str(first)
    ) == 0
    assert alone.status_code == 422
    assert len(box(poll, app)) == 1


def test_option_that_is_withdrawn_meanwhile_is_not_taken(app: Flask) -> None:
    client, poll, (first, second, _third) = voting(app, Method.APPROVAL)
    cast(client, poll, {"option": first})

    set_withdrawn(poll.id, first, withdrawn=True)
    alone = cast(client, poll, {"option": first})
    set_withdrawn(poll.id, first, withdrawn=False)
    again = cast(client, poll, {"option": [first, second]})

    assert (alone.status_code, again.status_code) == (422, 200)
    assert [content.choice for content in box(poll, app)] == [[first, second]]


def test_ballot_and_casting_ask_little(app: Flask) -> None:
    client, poll, (first, *_others) = voting(app, Method.APPROVAL)
    warm()
    client.get(f"/en/polls/{poll.id}")
    cast(client, poll, {"option": first})

    with count_queries() as looking:
        client.get(f"/en/polls/{poll.id}")
    with count_queries() as voting_:
        cast(client, poll, {"option": first})

    # poll, its text; workshop, words, its text, areas, names, seat; options, their
    # texts, elector, notices. Casting: the version of the ballot paper, elector with
    # the seat; a savepoint twice, elector with poll and workshop anew, the ballot.
    assert (looking.count, voting_.count) == (12, 6)
