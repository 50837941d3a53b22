"""Writing what is weighed, locking it, and opening the results."""

import pytest

from portal.permissions import Role
from portal.pilots.models import Selection
from portal.pilots.queries.shelf import shelf
from tests.factories import make_user, sign_in
from tests.pilots.selecting import again, locked, make_candidate, opened, prepared

NEW = {
    "title_en": "What goes on",
    "title_fi": "",
    "weight_1": "60",
    "words_1_en": "Benefit",
    "weight_2": "40",
    "words_2_en": "Price",
    "submission": "once",
}


def test_new_selection_sent_twice_is_one(keeper):
    pilot = make_candidate()
    sent = NEW | {"pick_pilots": str(pilot.id)}

    answers = [keeper.post("/en/selections", data=sent) for _ in range(2)]

    (made,) = Selection.select()
    assert [answer.location for answer in answers] == [
        f"/en/selections/{made.slug}"
    ] * 2
    assert [one.slug for one in again(made.id).runners] == [pilot.slug]


def test_weights_that_do_not_make_100_are_refused_and_kept(keeper):
    sent = NEW | {"weight_2": "30", "words_2_sv": "Pris"}

    answer = keeper.post("/en/selections", data=sent)

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
def test_criteria_that_are_not_whole_are_refused(keeper, sent, told):
    answer = keeper.post("/en/selections", data=NEW | sent)

    assert (answer.status_code, told in answer.text) == (422, True)


def test_locked_criteria_cannot_be_sent_again(keeper):
    made = locked()
    sent = NEW | {"title_en": "Mine instead"}

    answer = keeper.post(f"/en/selections/{made.slug}/criteria", data=sent)

    assert (answer.status_code, "Mine instead" in answer.text) == (409, True)
    assert again(made.id).is_intact


def test_two_keepers_writing_at_once_lose_nothing(app, keeper):
    made = prepared()
    page = keeper.get(f"/en/selections/{made.slug}/criteria").text
    seen = page.partition('name="pick_seen" value="')[2].partition('"')[0]
    sent = NEW | {"pick_seen": seen}
    other = sign_in(app, make_user(Role.COORDINATOR))
    address = f"/en/selections/{made.slug}/criteria"

    first = keeper.post(address, data=sent)
    second = other.post(address, data=sent | {"words_1_en": "My own"})

    assert (first.status_code, second.status_code) == (303, 409)
    assert "My own" in second.text
    assert [one.words for one in again(made.id).criteria] == [
        {"en": "Benefit"},
        {"en": "Price"},
    ]


def test_lock_and_opening_can_not_be_taken_back(keeper):
    made = opened()
    address = f"/en/selections/{made.slug}"

    statuses = [
        keeper.post(f"{address}/{what}", data={"wanted": "0"}).status_code
        for what in ("lock", "opening")
    ]

    standing = again(made.id)
    assert (statuses, standing.is_locked, standing.is_opened) == (
        [409, 409],
        True,
        True,
    )


def test_lock_by_hand_of_the_page(keeper):
    made = prepared()
    sent = {"wanted": "1", "pick_seen": made.digest_now}

    answer = keeper.post(f"/en/selections/{made.slug}/lock", data=sent)

    assert (answer.status_code, again(made.id).row.digest) == (303, made.digest_now)


def test_whose_right_is_gone_gets_the_words_back(app):
    visitor = sign_in(app, make_user(Role.EDITOR))

    answer = visitor.post("/en/selections", data=NEW)

    assert (answer.status_code, "Benefit" in answer.text) == (403, True)


def test_pilots_to_choose_from_are_those_on_the_shelf(keeper):
    make_candidate("Remote talk", public=False)
    shelf()

    page = keeper.get("/en/selections/new").text

    assert "Remote talk" in page
