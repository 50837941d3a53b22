"""Addresses that practices and materials lead to are tried, kept and told of."""

import pytest
from playhouse.test_utils import count_queries

from portal.db import now
from portal.permissions import Role
from portal.practices.models import PracticeReference
from portal.upkeep.actions.links import check_all
from portal.upkeep.models import LinkCheck
from portal.upkeep.queries.elsewhere import failing, silent
from portal.upkeep.queries.links import in_use
from tests.factories import make_practice, make_team, make_user, sign_in
from tests.materials.things import make_material
from tests.upkeep.web import small_web


def make_reference(practice, url):
    return PracticeReference.create(
        practice=practice, title="A study", url=url, language="en"
    )


def fail(url, times=2):
    return LinkCheck.create(url=url, status=404, failures=times, failing_since=now())


def test_other_rooms_addresses_are_tried_without_a_card():
    make_material(url="https://a.example/guide")
    make_material(url="")
    make_reference(make_practice(), "https://b.example/study")

    assert in_use() == {
        "https://a.example/guide": set(),
        "https://b.example/study": set(),
    }


def test_answers_are_kept_while_a_material_leads_there():
    with small_web() as (base, _asked):
        make_material(url=f"{base}/404")
        for _ in range(2):
            check_all(lambda _address: True)

        found = silent([f"{base}/404"])

    assert {url: one.status for url, one in found.items()} == {f"{base}/404": 404}


def test_failing_addresses_name_what_leads_there():
    make_material("A guide", "guide", url="https://gone.example")
    practice = make_practice("One desk", slug="one-desk")
    make_reference(practice, "https://gone.example")
    make_reference(practice, "https://once.example")
    fail("https://gone.example")
    fail("https://once.example", times=1)

    assert [(f.endpoint, f.slug, f.title, f.status) for f in failing("en")] == [
        ("materials.material", "guide", "A guide", 404),
        ("practices.practice", "one-desk", "One desk", 404),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_failing_is_asked_as_often_whatever_its_number(count):
    for number in range(count):
        make_material(url=f"https://gone.example/{number}")
        fail(f"https://gone.example/{number}")

    with count_queries() as queries:
        found = failing("en")

    # What failed (1), where practices, materials and questions lead (3), names (1).
    assert (queries.count, len(found)) == (5, count)


def test_those_who_keep_the_directory_are_told_unless_they_look_at_one_team(app):
    make_material("A guide", url="https://gone.example")
    fail("https://gone.example")
    team = make_team(en="Theirs")
    make_team(en="Ours")
    keeper = sign_in(app, make_user(Role.COORDINATOR))

    whole = keeper.get("/en/upkeep").text
    narrowed = keeper.get(f"/en/upkeep?team={team.code}").text

    assert ("A guide" in whole, "A guide" in narrowed) == (True, False)
