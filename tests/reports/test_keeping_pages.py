"""The screens on which coordinators keep one phenomenon and its reports."""

import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.reports.models import Gathering, Phenomenon, PhenomenonVersion
from tests.factories import make_service, make_user, sign_in
from tests.reports.gathered import make_phenomenon, make_reports, put_in, where


@pytest.fixture
def keeper(app):
    return sign_in(app, make_user(Role.COORDINATOR))


@pytest.mark.parametrize("count", [1, 3])
def test_screen_of_its_reports_asks_as_often_however_many(keeper, count):
    one = make_phenomenon()
    for _ in range(count):
        put_in(one, make_reports(2, service=make_service().id, need="housing"))
        make_phenomenon()
    path = f"/en/phenomena/{one.slug}/reports"
    keeper.get(path)

    with count_queries() as asked:
        keeper.get(path)

    # Who asks, with what they may (2) and the bell (1); itself and its words (2); the
    # vocabulary (1); how many, the page and its services (3); the others (2).
    assert asked.count == 11


def test_reports_are_split_off_and_taken_out(keeper):
    ids, one = make_reports(3), make_phenomenon()
    put_in(one, ids)
    path = f"/en/phenomena/{one.slug}/reports"
    move = {"pick_reports": ids[1:], "pick_move": "split"}

    untitled = keeper.post(path, data=move)
    split = keeper.post(path, data={**move, "title": "Apart"})
    out = keeper.post(path, data={"pick_reports": ids[:1], "pick_move": "out"})

    made = Phenomenon.get(Phenomenon.slug == "apart")
    assert untitled.status_code == 422
    assert split.location == "/en/phenomena/apart/reports?done=2"
    assert out.location == f"{path}?done=1"
    assert where(ids) == [None, made.id, made.id]


def test_one_is_joined_with_another(keeper):
    part, whole = make_phenomenon("Part", reports=2), make_phenomenon("Whole")
    sent = {"pick_whole": whole.slug, "submission": "j"}

    done = keeper.post(f"/en/phenomena/{part.slug}/whole", data=sent)
    again = keeper.post(f"/en/phenomena/{part.slug}/whole", data=sent)

    assert (done.location, again.location) == (
        f"/en/phenomena/{whole.slug}/reports",
    ) * 2
    assert Phenomenon.get_by_id(part.id).joined == whole.id
    assert Gathering.select().where(Gathering.batch == "j").count() == 2


def test_words_are_kept_in_versions_and_come_back(keeper):
    one = make_phenomenon("First title")
    path = f"/en/phenomena/{one.slug}"
    sent = {"edition": "1", "title_en": "Second title", "lead_fi": ""}

    untitled = keeper.post(f"{path}/edition", data={"edition": "1"})
    keeper.post(f"{path}/edition", data=sent)
    second = keeper.get(path).text
    keeper.post(f"{path}/versions", data={"version": "1"})

    assert untitled.status_code == 422
    assert "Second title" in second
    assert "First title" in keeper.get(path).text
    assert PhenomenonVersion.select().count() == 3


def test_it_is_made_public_by_value(keeper, client):
    one = make_phenomenon(public=False)
    path = f"/en/phenomena/{one.slug}"

    for _ in range(2):
        keeper.post(f"{path}/publicity", data={"wanted": "1"})

    assert client.get(path).status_code == 200
