import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.db import today
from portal.proposals.actions import AnswerDraft, store_answer
from portal.proposals.models import State, Verdict
from portal.workshops.models import Phase
from tests.factories import (
    make_participant,
    make_proposal,
    make_team,
    make_workshop,
)
from tests.workshops.pages import one, soup, texts, warm


def answered(proposal, verdict=Verdict.WILL, team=None, **reasons):
    draft = AnswerDraft(verdict, team, reasons or {"en": "It fits."}, {})
    store_answer(proposal, None, draft, answered_on=today())


def table(response):
    return [
        [" ".join(cell.text.split()) for cell in row.select("td, th")]
        for row in soup(response).select("tbody tr")
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_results_cost_the_same_for_one_and_for_many(client, count):
    workshop, team = make_workshop(Phase.ANSWER, team=make_team()), make_team()
    for _ in range(count):
        answered(make_proposal(workshop, supports=count), team=team)
    warm()

    with count_queries() as queries:
        response = client.get(f"/en/workshops/{workshop.slug}/results")

    assert len(table(response)) == count
    # Id, workshop, version of the vocabulary, texts, areas, version of the names
    # of teams, slips, answers, their texts, participants, closed votes.
    assert queries.count == 11


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase != "answer"])
def test_results_are_hidden_until_the_vote_is_closed(client, phase):
    workshop = make_workshop(phase)
    answered(make_proposal(workshop, "Open the door", supports=2))

    response = client.get(f"/en/workshops/{workshop.slug}/results")

    assert response.status_code == 200
    assert "Open the door" not in response.text
    until = workshop.vote_until
    assert f"{until.day} {until:%B %Y}" in one(response, ".nothing").text


def test_results_of_an_empty_board_say_so(client):
    workshop = make_workshop(Phase.ANSWER)

    response = client.get(f"/en/workshops/{workshop.slug}/results")

    assert len(soup(response).select(".nothing")) == 1
    assert table(response) == []


def test_results_stand_by_supports_and_equal_ones_share_a_place(client):
    workshop = make_workshop(Phase.ANSWER)
    author = make_participant(workshop, Voice.STAFF)
    for text, supports in (("C", 1), ("A", 3), ("D", 1), ("B", 2), ("E", 0)):
        make_proposal(workshop, text, supports=supports, author=author)
    make_proposal(workshop, "Waits", state=State.WAITING)
    make_proposal(workshop, "Returned", state=State.RETURNED)

    response = client.get(f"/en/workshops/{workshop.slug}/results")

    assert table(response) == [
        ["1", "A Staff", "3", "Waiting"],
        ["2", "B Staff", "2", "Waiting"],
        ["3 (tie)", "C Staff", "1", "Waiting"],
        ["3 (tie)", "D Staff", "1", "Waiting"],
        ["5", "E Staff", "0", "Waiting"],
    ]


def test_results_without_a_support_are_one_tie(client):
    workshop = make_workshop(Phase.ANSWER)
    for _ in range(2):
        make_proposal(workshop)

    response = client.get(f"/en/workshops/{workshop.slug}/results")

    assert [row[0] for row in table(response)] == ["1 (tie)", "1 (tie)"]


def test_results_show_the_answers_with_their_languages(client):
    workshop = make_workshop(Phase.ANSWER)
    team = make_team(fi="Asumisen tiimi")
    first = make_proposal(workshop, "Ovi auki", language="fi", supports=1)
    second = make_proposal(workshop, "Open later")
    answered(first, Verdict.PARTLY, team, fi="Osin *kyllä*.")

    response = client.get(f"/sv/workshops/{workshop.slug}/results")

    link = one(response, f'tbody a[href="/sv/proposals/{first.id}"]')
    assert link["lang"] == "fi"
    answer = one(response, "article.answer")
    assert str(answer.select_one(".prose")) == (
        '<div class="prose" lang="fi"><p>Osin <em>kyllä</em>.</p></div>'
    )
    assert len(answer.select(".badge.is-wait")) == 1
    assert len(answer.select(".badge.is-plain")) == 1
    assert answer.select_one(".meta span[lang=fi]").text == "Asumisen tiimi"
    assert texts(response, "h3") == ["Ovi auki"]
    assert soup(response).select_one(f'tbody a[href="/sv/proposals/{second.id}"]')
