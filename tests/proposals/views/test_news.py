import pytest
from playhouse.test_utils import count_queries

from portal.proposals import actions
from portal.proposals.models import State
from portal.proposals.views import boards
from portal.workshops.actions import set_phase
from portal.workshops.models import Entry, Phase
from tests.factories import make_participant, make_proposal, make_workshop, take_seat
from tests.workshops.pages import one, poll, texts, warm

CARDS = {"HX-Request": "true", "HX-Target": "div#cards"}


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def board(client, workshop):
    make_proposal(workshop)
    return client.get("/en/workshops/doors/board")


def test_poll_is_told_that_nothing_has_changed(client, board):
    response = poll(client, board)

    assert (response.status_code, response.data) == (304, b"")


@pytest.mark.parametrize("selector", ["#news", "#wall"])
def test_poll_that_finds_nothing_costs_one_query(client, workshop, selector):
    end = {"#news": "board", "#wall": "screen"}[selector]
    page = client.get(f"/en/workshops/doors/{end}")
    warm()

    with count_queries() as queries:
        response = poll(client, page, selector)

    assert response.status_code == 304
    # The workshop with the number of its state.
    assert queries.count == 1


@pytest.mark.parametrize("headers", [{}, {"HX-PTag": "older"}])
def test_poll_without_the_present_tag_is_answered_with_it(client, board, headers):
    response = client.get("/en/workshops/doors/news", headers=headers)

    state = one(board, "#news")["hx-ptag"]
    assert response.status_code == 200
    assert response.headers["HX-PTag"] == state
    assert response.headers["Cache-Control"] == "no-store"
    assert one(response, "#news")["hx-ptag"] == state


@pytest.mark.parametrize("count", [1, 3])
def test_news_count_new_proposals(client, workshop, board, count):
    for _ in range(count):
        make_proposal(workshop)

    response = poll(client, board)

    said = {1: "1 new proposal", 3: "3 new proposals"}[count]
    assert texts(response, "[role=status] span") == [said]
    show = one(response, "a")
    assert show["href"] == "/en/workshops/doors/board?order=newest"
    assert show["hx-target"] == "#cards"


def test_cards_bring_news_that_begin_anew(client, workshop, board):
    make_proposal(workshop)

    response = client.get("/en/workshops/doors/board", headers=CARDS)

    fresh = one(response, "#news")
    assert fresh["hx-swap-oob"] == "true"
    assert fresh["hx-ptag"] != one(board, "#news")["hx-ptag"]
    assert fresh.select(".notice") == []


@pytest.mark.parametrize("count", [1, 3])
def test_news_cost_the_same_for_one_and_for_many(client, workshop, board, count):
    for _ in range(count):
        make_proposal(workshop)
    warm()

    with count_queries() as queries:
        poll(client, board)

    # Workshop with its state, the same with its texts, versions, how many are newer.
    assert queries.count == 4


def test_news_of_an_empty_board_count_the_first_proposal(client, workshop):
    board = client.get("/en/workshops/doors/board")
    make_proposal(workshop)

    response = poll(client, board)

    assert texts(response, "[role=status] span") == ["1 new proposal"]


def test_news_count_what_was_written_before_but_published_after(client, workshop):
    early = make_proposal(workshop, state=State.WAITING)
    make_proposal(workshop)
    board = client.get("/en/workshops/doors/board")
    actions.publish(early.id)

    response = poll(client, board)

    assert texts(response, "[role=status] span") == ["1 new proposal"]


def test_news_keep_counting_from_the_page(client, workshop, board):
    make_proposal(workshop)
    first = poll(client, board)
    make_proposal(workshop)

    second = poll(client, first)

    assert texts(second, "[role=status] span") == ["2 new proposals"]
    assert poll(client, second).status_code == 304


def supported(workshop, proposal):
    actions.set_support(proposal, make_participant(workshop), wanted=True)


def moved(workshop, proposal):
    set_phase(workshop, Phase.DISCUSS)


def reworded(workshop, proposal):
    actions.reword(proposal, actions.Wording("Other words"))
    actions.publish(proposal.id)


@pytest.mark.parametrize("change", [supported, moved, reworded])
def test_other_changes_are_told_without_a_number(client, workshop, change):
    proposal = make_proposal(workshop)
    board = client.get("/en/workshops/doors/board")
    change(workshop, proposal)

    response = poll(client, board)

    assert texts(response, "[role=status] span") == ["The board has changed"]


def test_changes_elsewhere_are_no_news(client, board):
    make_proposal(make_workshop(), supports=1)

    assert poll(client, board).status_code == 304


def test_what_waits_for_a_moderator_is_no_news(client, workshop, board):
    author = make_participant(workshop)
    actions.propose(
        workshop,
        author,
        actions.Wording("Not yet read"),
        language="en",
        submission="one",
    )

    assert poll(client, board).status_code == 304


@pytest.mark.parametrize("seen", ["²", "x", "9" * 5000, "-1", ""])
def test_news_answer_whatever_is_asked(client, board, seen):
    response = client.get("/en/workshops/doors/news", query_string={"seen": seen})

    assert response.status_code == 200


def test_news_of_one_moment_are_drawn_once(app, workshop, monkeypatch):
    monkeypatch.setattr(boards, "time", lambda: 1.0)
    make_proposal(workshop)
    warm()
    drawn = app.test_client().get("/en/workshops/doors/news")

    with count_queries() as queries:
        told = app.test_client().get("/en/workshops/doors/news")

    assert told.data == drawn.data
    # The workshop with the number of its state.
    assert queries.count == 1


def test_news_of_a_workshop_by_invitation_are_told_to_nobody_else(app):
    workshop = make_workshop(entry=Entry.INVITED)
    invited, _me = take_seat(app, workshop)
    make_proposal(workshop)
    news = f"/en/workshops/{workshop.slug}/news"

    statuses = [who.get(news).status_code for who in (invited, app.test_client())]

    assert statuses == [200, 404]
