import pytest
from playhouse.test_utils import count_queries

from portal.proposals.models import State
from tests.factories import make_workshop
from tests.moderation.pages import HTMX, cards, states, waiting

MARKUP = "<img src=x onerror=alert(1)>"


def test_queue_shows_the_oldest_first(moderator, workshop):
    waiting(workshop, "First", "Second", "Third")

    page = moderator.get("/en/moderation")

    assert cards(page) == ["First", "Second", "Third"]
    assert "3 texts wait for you" in page.text


def test_empty_queue_says_so(moderator):
    page = moderator.get("/en/moderation")

    assert cards(page) == []
    assert "Everything has been read." in page.text


def test_publishing_leads_back_to_the_queue(moderator, workshop):
    first, _second = waiting(workshop, "First", "Second")

    response = moderator.post(first, data={"decision": "publish"})

    assert (response.status_code, response.location) == (
        303,
        f"/en/moderation?done=publish&undo={first.rpartition('/')[2]}",
    )
    page = moderator.get(response.location)
    assert cards(page) == ["Second"]
    assert "Published. It is on the board." in page.text
    assert states() == [State.PUBLISHED, State.WAITING]


def test_publishing_with_htmx_answers_with_the_queue(moderator, workshop):
    first, _second = waiting(workshop, "First", "Second")

    response = moderator.post(first, data={"decision": "publish"}, headers=HTMX)

    assert response.status_code == 200
    assert response.text.lstrip().startswith('<div class="stack" id="queue">')
    assert cards(response) == ["Second"]
    assert "Published. It is on the board." in response.text


def test_words_in_the_queue_are_shown_as_words(moderator, workshop):
    waiting(workshop, MARKUP)

    page = moderator.get("/en/moderation")

    assert cards(page) == [MARKUP]


@pytest.mark.parametrize("count", [1, 3])
def test_queue_costs_the_same_for_one_and_for_many(moderator, count):
    for _ in range(count):
        waiting(make_workshop())
    moderator.get("/en/moderation")

    with count_queries() as queries:
        page = moderator.get("/en/moderation")

    assert len(cards(page)) == count
    # Who is signed in, their roles, notices not seen; what waits counted, names of
    # workshops, the cases, their proposals with the boards, texts of their authors.
    # Version of the rules; whom heavy cases are spared, and what moderators did lately.
    assert queries.count == 11
