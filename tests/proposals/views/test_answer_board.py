from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.db import today
from portal.proposals.actions import AnswerDraft, store_answer
from portal.proposals.models import Verdict
from portal.proposals.views import answer_board
from portal.workshops.models import Phase, Workshop
from tests.factories import make_proposal, make_team, make_workshop
from tests.workshops.pages import soup, texts, warm

pytestmark = pytest.mark.one_engine
AGO, AHEAD = today() - timedelta(days=3), today() + timedelta(days=3)


@pytest.fixture
def workshop():
    return make_workshop(Phase.ANSWER, slug="doors", team=make_team())


def give(proposal, verdict=Verdict.WILL, changed="", **fields):
    texts_ = {"en": changed} if changed else {}
    draft = AnswerDraft(verdict, None, {"en": "It fits."}, texts_, **fields)
    store_answer(proposal, None, draft, answered_on=today())


def sections(response):
    return {
        " ".join(section.h2.text.split()): [h3.text for h3 in section.select("h3")]
        for section in soup(response).select("main section[aria-labelledby]")
    }


def test_answers_stand_by_what_came_of_them(client, workshop):
    for words in ("Waits", "Soon", "Late", "Made", "No"):
        proposal = make_proposal(workshop, words)
        if words == "Soon":
            give(proposal, starts_on=AHEAD)
        elif words == "Late":
            give(proposal, Verdict.PARTLY, starts_on=AGO)
        elif words == "Made":
            give(proposal, starts_on=AGO, done_on=AGO, changed="A bench stands there.")
        elif words == "No":
            give(proposal, Verdict.WILL_NOT, starts_on=AGO)

    page = client.get("/en/workshops/doors/answers")

    assert sections(page) == {
        "Waiting for an answer 1": ["Waits"],
        "Promised 2": ["Late", "Soon"],
        "Done 1": ["Made"],
        "Will not be done 1": ["No"],
    }
    assert len(soup(page).select("main p.meta .badge.is-wait")) == 1
    assert texts(page, "header .notice p") == ["1 is late. We are sorry."]


def test_answer_that_is_not_given_in_time_is_late(client, workshop):
    make_proposal(workshop)
    Workshop.update(answer_until=AGO).execute()

    page = client.get("/en/workshops/doors/answers")

    assert texts(page, "header .notice p") == ["1 is late. We are sorry."]


def test_before_the_answers_only_their_day_is_told(client):
    make_proposal(make_workshop(Phase.VOTE, slug="doors"), "Waits")

    page = client.get("/en/workshops/doors/answers")

    assert "Waits" not in page.text


@pytest.mark.parametrize("count", [1, 3])
def test_answers_cost_the_same_for_one_and_for_many(client, workshop, count):
    for _ in range(count):
        give(make_proposal(workshop))
    warm()

    with count_queries() as queries:
        client.get("/en/workshops/doors/answers")

    # Id, workshop, version of the vocabulary, texts, areas, where each proposal stands,
    # those of this page, version of the names of teams, answers, their texts.
    assert queries.count == 10


def test_long_board_of_answers_is_paged(client, workshop, monkeypatch):
    monkeypatch.setattr(answer_board, "PAGE_SIZE", 2)
    for words in ("First", "Second", "Third"):
        make_proposal(workshop, words)
    give(make_proposal(workshop, "No"), Verdict.WILL_NOT)

    pages = [
        client.get(f"/en/workshops/doors/answers?page={page}") for page in (1, 2, 9)
    ]

    waiting, will_not = "Waiting for an answer 3", "Will not be done 1"
    last = {waiting: ["Third"], will_not: ["No"]}
    assert [sections(page) for page in pages] == [
        {waiting: ["First", "Second"]},
        last,
        last,
    ]
    assert [link["href"] for link in soup(pages[0]).select("main nav.chips a")] == [
        "/en/workshops/doors/answers?page=1#stage-waiting",
        "/en/workshops/doors/answers?page=2#stage-not",
    ]
    assert texts(pages[0], "nav.pagination [aria-current]") == ["1"]


def test_table_of_answers_is_marked_for_spreadsheets(client, workshop):
    proposal = make_proposal(workshop, "=1+1")
    give(proposal, owner="Head of parks", starts_on=AGO)

    table = client.get("/en/workshops/doors/answers.csv").text.splitlines()

    assert table[1] == (
        f"{proposal.id};'=1+1;en;Resident;Will do;It fits.;;Head of parks;{AGO};yes;;"
    )
