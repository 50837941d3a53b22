"""The screens on which coordinators gather."""

import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.reports.models import Phenomenon, Sort
from tests.factories import make_service, make_user, sign_in
from tests.reports.gathered import make_phenomenon, make_reports, put_in, where

PATH = "/en/reports/gathering"


@pytest.fixture
def keeper(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def main(response):
    return BeautifulSoup(response.text, "html.parser").main


def words(response):
    return [p.text for p in main(response).select("#results p.words")]


@pytest.mark.parametrize("count", [1, 3])
def test_screen_asks_as_often_however_much_waits(keeper, count):
    one = make_phenomenon()
    for _ in range(count):
        make_reports(2, service=make_service().id, need="housing")
        put_in(one, make_reports(1))
        make_phenomenon()
    keeper.get(PATH)

    with count_queries() as asked:
        keeper.get(PATH)

    # Who asks, with what they may (2) and the bell (1); the vocabulary (1); how many,
    # the page and its services (3); phenomena, figures, texts and services gathered
    # (4); what was moved last, with titles (3).
    assert asked.count == 14


def test_screen_narrows_by_what_reports_say(keeper):
    make_reports(1, seen="The Ärea is wide", need="housing", area="harju")
    make_reports(1, seen="A good thing", sort=Sort.SUCCESS, group="young-people")
    make_reports(1, seen="Something else", consequence="A long queue")

    assert words(keeper.get(f"{PATH}?need=housing&area=harju")) == ["The Ärea is wide"]
    assert words(keeper.get(f"{PATH}?sort=success")) == ["A good thing"]
    assert words(keeper.get(f"{PATH}?q=queue+long")) == ["Something else"]
    assert words(keeper.get(f"{PATH}?q=%C3%A4rea")) == ["The Ärea is wide"]
    assert len(words(keeper.get(f"{PATH}?sort=odd&need=odd"))) == 3


def test_like_phenomena_come_first(keeper):
    make_phenomenon("Apples")
    service = make_service()
    bus = make_phenomenon("The bus")
    make_phenomenon("Zebras")
    put_in(bus, make_reports(1, service=service.id))
    make_reports(1, service=service.id)

    page = main(keeper.get(PATH))

    assert "Like: The bus" in " ".join(page.select_one("#results").text.split())
    group = page.select_one("#pick_phenomenon optgroup")
    assert [option.text for option in group.select("option")] == ["The bus"]


def test_ticked_reports_come_into_a_phenomenon(keeper):
    ids, one = make_reports(3), make_phenomenon()
    sent = {"pick_reports": ids[:2], "pick_phenomenon": one.id, "submission": "s"}

    done = keeper.post(PATH, data=sent)
    again = keeper.post(PATH, data=sent)

    assert done.location == f"{PATH}?done=2&into={one.id}"
    assert again.location == PATH
    assert where(ids) == [one.id, one.id, None]
    assert "2 reports gathered." in keeper.get(done.location).text


def test_other_ticks_in_a_form_sent_before_are_another_move(keeper):
    ids, one = make_reports(2), make_phenomenon()
    sent = {"pick_phenomenon": one.id, "submission": "s"}

    for key in ids:
        keeper.post(PATH, data={**sent, "pick_reports": [key]})

    assert where(ids) == [one.id] * 2


def test_title_of_who_came_second_is_given_back(keeper):
    ids = make_reports(1)
    put_in(make_phenomenon(), ids)
    sent = {"pick_reports": ids, "pick_phenomenon": "new", "title": "My own title"}

    page = keeper.post(PATH, data=sent)

    assert page.status_code == 409
    assert "My own title" in page.text


def test_ticked_reports_come_into_a_new_one(keeper):
    ids = make_reports(2)
    sent = {"pick_reports": ids, "pick_phenomenon": "new", "title": "A new one"}

    keeper.post(PATH, data=sent)

    made = Phenomenon.get(Phenomenon.slug == "a-new-one")
    assert where(ids) == [made.id] * 2
    assert not made.public


def test_a_new_phenomenon_is_found_before_it_is_public(keeper):
    make_phenomenon("A public one")
    sent = {"pick_reports": make_reports(2), "pick_phenomenon": "new", "title": "Fresh"}

    done = keeper.post(PATH, data=sent)
    page = main(keeper.get(done.location))

    links = [link["href"] for link in page.select("#not-public ~ ul a")]
    assert links == ["/en/phenomena/fresh", "/en/phenomena/fresh/reports"]
    assert page.select_one(".actions a.go")["href"] == "/en/phenomena/fresh"


def test_what_is_missing_is_asked_and_ticks_stay(keeper):
    ids = make_reports(2)
    sent = {"pick_reports": ids[:1], "pick_phenomenon": "new"}

    untitled = keeper.post(PATH, data=sent)
    unticked = keeper.post(PATH, data={"pick_phenomenon": "new", "title": "Fresh"})
    strange = keeper.post(PATH, data={"pick_reports": ids, "pick_phenomenon": "99999"})

    ticked = main(untitled).select("[name=pick_reports][checked]")
    assert [box["value"] for box in ticked] == [str(ids[0])]
    assert [page.status_code for page in (untitled, unticked, strange)] == [422] * 3
    assert "Tick one report at least" in unticked.text


def test_a_title_that_tells_of_a_person_stops(keeper):
    ids = make_reports(1)
    sent = {"pick_reports": ids, "pick_phenomenon": "new", "title": "Call 040 1234567"}

    page = keeper.post(PATH, data=sent)

    assert page.status_code == 422
    assert where(ids) == [None]


def test_a_move_is_undone_on_the_screen(keeper):
    ids, one = make_reports(2), make_phenomenon("Bus")
    batch = put_in(one, ids)

    done = keeper.post(f"{PATH}/{batch}", data={"wanted": "0"})

    assert done.status_code == 303
    assert where(ids) == [None, None]
    assert main(keeper.get(PATH)).select_one("#latest ~ .rows .badge").text == "Undone"
    assert keeper.post(f"{PATH}/no-such", data={"wanted": "0"}).status_code == 404
    assert keeper.post(f"{PATH}/{batch}").status_code == 422


def test_undoing_what_moved_on_is_refused_in_words(keeper):
    ids, one = make_reports(2), make_phenomenon()
    batch = put_in(one, ids)
    sent = {"pick_reports": ids[:1], "pick_move": "out"}
    keeper.post(f"/en/phenomena/{one.slug}/reports", data=sent)

    refused = keeper.post(f"{PATH}/{batch}", data={"wanted": "0"})

    assert refused.status_code == 409
    assert "have moved on since" in refused.text
