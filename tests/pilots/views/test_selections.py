import pytest
from playhouse.test_utils import count_queries

from portal.pilots.models import Criterion, CriterionText
from tests.pilots.selecting import (
    decided,
    locked,
    make_candidate,
    prepared,
    scored,
)


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_as_much_for_many(client, number):
    for n in range(number):
        decided(slug=f"choice-{n}")

    # Titles, candidates with their reasons, criteria, scores.
    with count_queries() as counted:
        page = client.get("/en/selections").text

    assert (counted.count, page.count('href="/en/selections/choice-')) == (4, number)


def test_record_asks_as_much_for_many(client):
    made = decided(*(make_candidate() for _ in range(2)))

    # Titles, candidates with their reasons, criteria, scores.
    with count_queries() as counted:
        page = client.get(f"/en/selections/{made.slug}").text

    assert (counted.count, made.row.digest[:8] in page) == (4, True)


def test_list_and_page_hide_what_is_not_locked(client, keeper):
    made = prepared()
    address = f"/en/selections/{made.slug}"

    assert address not in client.get("/en/selections").text
    assert client.get(address).status_code == 404
    assert client.get(f"{address}/criteria.txt").status_code == 404
    assert address in keeper.get("/en/selections").text
    assert keeper.get(address).status_code == 200


def test_locked_text_is_served_to_the_byte(client):
    made = locked()

    answer = client.get(f"/en/selections/{made.slug}/criteria.txt")

    assert (answer.text, answer.mimetype) == (made.text_now, "text/plain")


def test_points_are_public_after_the_decision_only(client):
    before = client.get(f"/en/selections/{scored(slug='one').slug}").text
    after = client.get(f"/en/selections/{decided(slug='two').slug}").text

    assert ["The interim report" in page for page in (before, after)] == [False, True]
    assert "One member would have taken both." in after
    assert "Because: not-selected." in after


def test_criteria_changed_by_hand_are_told(client):
    made = locked()
    address = f"/en/selections/{made.slug}"
    before = client.get(address).text
    mine = CriterionText.criterion == made.criteria[0].id
    CriterionText.update(words="Quietly other").where(mine).execute()

    after = client.get(address).text

    words = "The criteria no longer match their lock"
    assert [words in page for page in (before, after)] == [False, True]
    assert "en: Benefit" in after
    assert "en: Quietly other" in after


def test_nothing_of_a_criterion_that_is_gone_breaks_the_page(client):
    made = decided()
    Criterion.delete().where(Criterion.id == made.criteria[0].id).execute()

    page = client.get(f"/en/selections/{made.slug}")

    assert (page.status_code, "no longer match" in page.text) == (200, True)
