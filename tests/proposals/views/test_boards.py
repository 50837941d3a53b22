from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.db import now
from portal.proposals.models import Proposal, State
from portal.workshops.models import Phase
from tests.factories import (
    make_participant,
    make_proposal,
    make_team,
    make_workshop,
    take_seat,
)
from tests.workshops.pages import aiming_at, one, soup, texts, warm


def published_days_ago(proposal, days):
    moment = now() - timedelta(days=days)
    Proposal.update(published_at=moment).where(Proposal.id == proposal.id).execute()


@pytest.mark.parametrize("count", [1, 3])
def test_board_costs_the_same_for_one_and_for_many(client, count):
    workshop = make_workshop(team=make_team())
    for _ in range(count):
        make_proposal(workshop, supports=count)
    warm()

    with count_queries() as queries:
        response = client.get(f"/en/workshops/{workshop.slug}/board")

    assert len(soup(response).select("article.slip")) == count
    # Workshop with its texts, versions, facts about the whole board, slips.
    assert queries.count == 4


@pytest.mark.parametrize("count", [1, 3])
def test_board_of_a_participant_costs_the_same_for_one_and_for_many(app, count):
    workshop = make_workshop()
    client, me = take_seat(app, workshop)
    for _ in range(count):
        make_proposal(workshop, author=me, state=State.RETURNED)
        make_proposal(workshop, supports=count)
    warm()

    with count_queries() as queries:
        response = client.get(f"/en/workshops/{workshop.slug}/board")

    assert len(soup(response).select("#writing .rows > li")) == count
    # As above, the workshop with the seat, and all that is one's own: the draft, what
    # waits, how much one is asked; then what moderators decided of what came back, and
    # notices.
    assert queries.count == 7


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("", ["Loved", "Liked", "Liked later", "New"]),
        ("newest", ["New", "Liked", "Liked later", "Loved"]),
        ("strange", ["Loved", "Liked", "Liked later", "New"]),
    ],
)
def test_board_order(client, order, expected):
    workshop = make_workshop()
    for text, supports, days in (
        ("Liked", 1, 2),
        ("Loved", 2, 4),
        ("Liked later", 1, 3),
        ("New", 0, 1),
    ):
        proposal = make_proposal(workshop, text, supports=supports)
        published_days_ago(proposal, days)

    response = client.get(
        f"/en/workshops/{workshop.slug}/board", query_string={"order": order}
    )

    assert texts(response, "#cards h3") == expected
    current = one(response, "#cards nav [aria-current]")
    assert ("order=newest" in current["href"]) is (order == "newest")


def test_board_shows_only_what_is_published_here(client):
    workshop = make_workshop()
    make_proposal(workshop, "Here")
    make_proposal(workshop, "Waits", state=State.WAITING)
    make_proposal(workshop, "Returned", state=State.RETURNED)
    make_proposal(make_workshop(), "Elsewhere")

    response = client.get(f"/en/workshops/{workshop.slug}/board")

    assert texts(response, "#cards h3") == ["Here"]
    assert texts(response, "#cards-title") == ["1 proposal"]


def test_board_counts_its_people(client):
    workshop = make_workshop()
    for _ in range(2):
        make_participant(workshop)
    make_participant(make_workshop())

    response = client.get(f"/en/workshops/{workshop.slug}/board")

    assert "2 people have joined" in response.text


def test_slip_is_marked_with_its_language_and_voice(client):
    workshop = make_workshop()
    author = make_participant(workshop, Voice.PARTNER)
    make_proposal(workshop, "Ovi auki", language="fi", author=author)

    pages = {
        language: one(
            client.get(f"/{language}/workshops/{workshop.slug}/board"), "article.slip"
        )
        for language in ("fi", "sv")
    }

    assert "lang" not in pages["fi"].h3.attrs
    assert pages["sv"].h3["lang"] == "fi"
    assert pages["sv"]["class"] == ["slip", "ngo"]


def test_board_is_sent_in_part_to_htmx(client):
    workshop = make_workshop()
    make_proposal(workshop, "Here")

    response = client.get(
        f"/en/workshops/{workshop.slug}/board?order=newest",
        headers=aiming_at("div#cards"),
    )

    assert soup(response).find(True)["id"] == "cards"
    assert soup(response).select("h1, html") == []
    assert texts(response, "h3") == ["Here"]


def test_empty_board_says_so(client):
    workshop = make_workshop()

    response = client.get(f"/en/workshops/{workshop.slug}/board")

    assert len(soup(response).select("#cards .nothing")) == 1


@pytest.mark.parametrize("phase", list(Phase))
def test_board_offers_what_the_phase_allows(app, phase):
    workshop = make_workshop(phase)
    client, _me = take_seat(app, workshop)
    make_proposal(workshop)

    page = soup(client.get(f"/en/workshops/{workshop.slug}/board"))

    offered = {
        "propose": bool(page.select("form[action$='/proposals']")),
        "support": bool(page.select("form[action$='/support']")),
        "result": bool(page.select("a[href$='/results']")),
    }
    assert offered == {
        "propose": phase is Phase.GATHER,
        "support": phase is not Phase.ANSWER,
        "result": phase is Phase.ANSWER,
    }


def test_visitor_is_asked_to_join_and_offered_no_forms(client):
    workshop = make_workshop()
    make_proposal(workshop, supports=2)

    page = soup(client.get(f"/en/workshops/{workshop.slug}/board"))

    assert page.select("form[method=post]") == []
    assert page.select_one(f'#writing a[href="/en/join/{workshop.code}"]')


@pytest.fixture
def full(app):
    """A board of a little over a page, with few statements."""
    workshop = make_workshop(slug="full")
    author = make_participant(workshop)
    moment = now()
    Proposal.insert_many(
        {
            "workshop": workshop.id,
            "author": author.id,
            "voice": Voice.EXPERT if n % 2 else Voice.STAFF,
            "language": "sv" if n % 3 == 0 else "en",
            "state": State.PUBLISHED,
            "suggestion": f"Idea {n}",
            "submission": f"full-{n}",
            "published_at": moment - timedelta(minutes=n),
        }
        for n in range(120)
    ).execute()
    return workshop


def board_with(client, **query):
    return client.get("/en/workshops/full/board", query_string=query)


def test_large_board_is_paged_and_costs_no_more(client, full):
    warm()

    with count_queries() as queries:
        page = board_with(client, order="newest", page=2)

    assert texts(page, "#cards h3") == [f"Idea {n}" for n in range(50, 100)]
    assert texts(page, ".pagination li") == ["Previous", "1", "2", "3", "Next"]
    assert texts(page, "#cards-title") == ["120 proposals"]
    # As for one proposal.
    assert queries.count == 4


@pytest.mark.parametrize("page", ["0", "-1", "x", "99", "9" * 5000, "\u0665"])
def test_strange_pages_lead_to_one_there_is(client, full, page):
    response = board_with(client, page=page)

    assert response.status_code == 200
    assert len(soup(response).select("#cards h3")) in {20, 50}


def test_pages_in_an_order_of_chance_hold_each_proposal_once(client, full):
    found = [
        title
        for number in (1, 2, 3)
        for title in texts(board_with(client, order="random", page=number), "#cards h3")
    ]

    assert sorted(found) == sorted(f"Idea {n}" for n in range(120))
    assert not {f"Idea {n}" for n in range(20)} <= set(found[:50])
    assert found[:50] == texts(board_with(client, order="random"), "#cards h3")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"voice": "expert"}, 60),
        ({"spoken": "sv"}, 40),
        ({"voice": "expert", "spoken": "sv"}, 20),
        ({"voice": "resident"}, 0),
        ({"theme": "no-such", "voice": "nobody", "spoken": "xx", "cluster": "x"}, 120),
        ({"cluster": "0"}, 120),
        ({"cluster": "77"}, 0),
    ],
)
def test_board_shows_those_that_are_chosen(client, full, query, found):
    page = board_with(client, **query)

    said = "1 proposal" if found == 1 else f"{found} proposals"
    assert texts(page, "#cards-title") == [said]
    assert len(soup(page).select("#cards article")) == min(found, 50)


def test_links_to_other_pages_keep_what_is_chosen(client, full):
    page = board_with(client, voice="expert", order="newest")

    following = one(page, ".pagination a[rel=next]")["href"]
    assert texts(client.get(following), "#cards h3") == [
        f"Idea {n}" for n in range(101, 120, 2)
    ]


def test_pinned_stands_first_on_the_board(client, full):
    Proposal.update(pinned=True).where(Proposal.suggestion == "Idea 77").execute()

    page = board_with(client, order="newest")

    assert texts(page, "#cards h3")[:2] == ["Idea 77", "Idea 0"]
    assert len(soup(page).select("#cards article .badge")) == 1
