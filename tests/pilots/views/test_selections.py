import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.pilots.models import Criterion, CriterionText, Selection
from portal.pilots.queries.shelf import shelf
from tests.factories import make_user, sign_in
from tests.pilots.selecting import (
    again,
    decided,
    locked,
    make_candidate,
    opened,
    prepared,
    scored,
)

NEW = {
    "title_en": "What goes on",
    "title_fi": "",
    "weight_1": "60",
    "words_1_en": "Benefit",
    "weight_2": "40",
    "words_2_en": "Price",
    "submission": "once",
}


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


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


def test_list_and_page_hide_what_is_not_locked(client, coordinator):
    made = prepared()
    address = f"/en/selections/{made.slug}"

    assert address not in client.get("/en/selections").text
    assert client.get(address).status_code == 404
    assert client.get(f"{address}/criteria.txt").status_code == 404
    assert address in coordinator.get("/en/selections").text
    assert coordinator.get(address).status_code == 200


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


def test_new_selection_sent_twice_is_one(coordinator):
    pilot = make_candidate()
    sent = NEW | {"pick_pilots": str(pilot.id)}

    answers = [coordinator.post("/en/selections", data=sent) for _ in range(2)]

    (made,) = Selection.select()
    assert [answer.location for answer in answers] == [
        f"/en/selections/{made.slug}"
    ] * 2
    assert [one.slug for one in again(made.id).runners] == [pilot.slug]


def test_weights_that_do_not_make_100_are_refused_and_kept(coordinator):
    sent = NEW | {"weight_2": "30", "words_2_sv": "Pris"}

    answer = coordinator.post("/en/selections", data=sent)

    assert answer.status_code == 422
    assert "The weights make 90. Add 10, so that they make 100." in answer.text
    assert [word in answer.text for word in ("Benefit", "Price", "Pris")] == [True] * 3
    assert not Selection.select().exists()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"title_en": ""}, "Give the selection a title"),
        ({"weight_2": ""}, "Tell what this weighs"),
        ({"words_2_en": ""}, "Write what this weight is for, or take it away"),
        ({"weight_2": "40.5"}, "Write a whole number from 1 to 100"),
        ({"weight_2": "-1"}, "Write a whole number from 1 to 100"),
    ],
)
def test_criteria_that_are_not_whole_are_refused(coordinator, sent, told):
    answer = coordinator.post("/en/selections", data=NEW | sent)

    assert (answer.status_code, told in answer.text) == (422, True)


def test_locked_criteria_cannot_be_sent_again(coordinator):
    made = locked()
    sent = NEW | {"title_en": "Mine instead"}

    answer = coordinator.post(f"/en/selections/{made.slug}/criteria", data=sent)

    assert (answer.status_code, "Mine instead" in answer.text) == (409, True)
    assert again(made.id).is_intact


def test_two_coordinators_writing_at_once_lose_nothing(app, coordinator):
    made = prepared()
    page = coordinator.get(f"/en/selections/{made.slug}/criteria").text
    seen = page.partition('name="pick_seen" value="')[2].partition('"')[0]
    sent = NEW | {"pick_seen": seen}
    other = sign_in(app, make_user(Role.COORDINATOR))
    address = f"/en/selections/{made.slug}/criteria"

    first = coordinator.post(address, data=sent)
    second = other.post(address, data=sent | {"words_1_en": "My own"})

    assert (first.status_code, second.status_code) == (303, 409)
    assert "My own" in second.text
    assert [one.words for one in again(made.id).criteria] == [
        {"en": "Benefit"},
        {"en": "Price"},
    ]


def test_lock_and_opening_can_not_be_taken_back(coordinator):
    made = opened()
    address = f"/en/selections/{made.slug}"

    statuses = [
        coordinator.post(f"{address}/{what}", data={"wanted": "0"}).status_code
        for what in ("lock", "opening")
    ]

    standing = again(made.id)
    assert (statuses, standing.is_locked, standing.is_opened) == (
        [409, 409],
        True,
        True,
    )


def test_lock_by_hand_of_the_page(coordinator):
    made = prepared()
    sent = {"wanted": "1", "pick_seen": made.digest_now}

    answer = coordinator.post(f"/en/selections/{made.slug}/lock", data=sent)

    assert (answer.status_code, again(made.id).row.digest) == (303, made.digest_now)


def test_whose_right_is_gone_gets_the_words_back(app):
    visitor = sign_in(app, make_user(Role.EDITOR))

    answer = visitor.post("/en/selections", data=NEW)

    assert (answer.status_code, "Benefit" in answer.text) == (403, True)


def test_nothing_of_a_criterion_that_is_gone_breaks_the_page(client):
    made = decided()
    Criterion.delete().where(Criterion.id == made.criteria[0].id).execute()

    page = client.get(f"/en/selections/{made.slug}")

    assert (page.status_code, "no longer match" in page.text) == (200, True)


def test_pilots_to_choose_from_are_those_on_the_shelf(coordinator):
    make_candidate("Remote talk", public=False)
    shelf()

    page = coordinator.get("/en/selections/new").text

    assert "Remote talk" in page
