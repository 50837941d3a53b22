"""A pilot as everybody reads it."""

import csv
import io

import pytest
from playhouse.test_utils import count_queries

from portal.links.actions import join
from portal.permissions import Role
from portal.pilots.models import KIND, PilotState
from portal.practices.models import KIND as PRACTICE
from tests.factories import make_practice, make_user, sign_in
from tests.pilots.things import make_measure, make_pilot, site_of, told
from tests.workshops.pages import texts


def address(pilot, page: str = "") -> str:
    return f"/en/pilots/{pilot.slug}{page}"


def test_page_tells_from_what_to_what(client):
    pilot = make_pilot(measures=[make_measure(baseline=5, baseline_n=40, target=3)])
    told(pilot, (10, 30), (10, 10))

    page = client.get(address(pilot))

    assert texts(page, "section[aria-labelledby=so-far] .big") == ["5 →became 2"]
    assert "20 people, all places together. Before: 40 people" in page.text
    assert "Reached" in page.text


def test_figures_of_few_are_in_no_page_and_no_file(client):
    """An odd sum that nothing else could make."""
    pilot = make_pilot()
    told(pilot, (10, 30))
    told(pilot, (4, 7919), site=1)

    for page in ("", "/results.csv", "/comparison", "/comparison.csv"):
        answer = client.get(address(pilot, page)).text
        assert "7919" not in answer
        assert "1979.8" not in answer
        assert "1,979.8" not in answer
    assert (
        "1 period of fewer than five people: not shown"
        in client.get(address(pilot)).text
    )


def test_every_figure_of_the_file_is_of_five_or_more(client):
    pilot = make_pilot()
    told(pilot, (3, 9), (6, 12), (2, 5))
    told(pilot, (4, 4), (0, 0), site=1)

    file = client.get(address(pilot, "/results.csv")).text.lstrip("\ufeff")

    rows = list(csv.DictReader(io.StringIO(file), delimiter=";"))
    assert [(row["Periods"], row["People"], row["Result"]) for row in rows] == [
        ("1", "6", "2.000"),
        ("2", "5", "2.800"),
    ]


def test_table_has_the_figures_of_the_chart(client):
    pilot = make_pilot()
    told(pilot, (10, 30), (10, 20))

    page = client.get(address(pilot))

    assert len(texts(page, "svg.diagram polyline")) == 1
    assert texts(page, "tbody td.n") == ["10", "3.0", "10", "2.0", "20", "2.5"]


def test_plan_is_for_who_keeps_it(app, client):
    pilot = make_pilot(public=False, state=PilotState.PLANNED)
    coordinator = sign_in(app, make_user(Role.COORDINATOR))

    assert client.get(address(pilot)).status_code == 404
    assert client.get(address(pilot, "/results.csv")).status_code == 404
    assert client.get(address(pilot, "/versions")).status_code == 404
    assert "It is not public yet" in coordinator.get(address(pilot)).text


def test_practice_and_pilot_name_each_other(client):
    practice = make_practice("One plan")
    pilot = make_pilot("Tried", practice=practice, practice_edition=1)

    assert "One plan" in client.get(address(pilot)).text
    assert "Tried" in client.get(f"/en/practices/{practice.slug}").text


def test_practice_that_is_a_draft_is_not_named(client):
    practice = make_practice("Secret plan", states={"en": "draft"})
    pilot = make_pilot(practice=practice)

    assert "Secret plan" not in client.get(address(pilot)).text


def test_address_of_who_tells_is_nowhere(app, client):
    pilot = make_pilot()
    site = site_of(pilot)
    site.email = "somebody@work.example"
    site.save()

    for page in ("", "/versions", "/results.csv", "/comparison"):
        assert "somebody@" not in client.get(address(pilot, page)).text


@pytest.mark.parametrize("sites", ["harju", "harju koskela saarela"])
def test_statements_are_the_same_for_one_site_or_three(client, sites):
    practice = make_practice("One plan")
    pilot = make_pilot(sites=sites, practice=practice, practice_edition=1)
    join(PRACTICE, practice.id, KIND, pilot.id)
    told(pilot, (8, 20), (9, 21))
    client.get(address(pilot))

    client.set_cookie("language", "en")
    with client.session_transaction() as session:
        session["seen"] = "yes"
    with count_queries() as q:
        client.get(address(pilot))

    # versions, entries, the practice, its versions, links, outcomes of selections: two
    assert q.count == 7
