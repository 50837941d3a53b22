"""The national descriptions as they are: skipped where the data is absent."""

import json

import pytest

from portal.directory.models import Service
from portal.directory.queries.finding import Wish, find
from portal.directory.queries.listing import groups
from portal.exchange.actions import Report, import_general_descriptions
from tests.conftest import REAL_DATA, put_back

FILE = REAL_DATA / "ptv" / "general-descriptions" / "gd.json"
SAMPLE = 40

pytestmark = [
    pytest.mark.skipif(not FILE.exists(), reason=f"{FILE} is absent"),
    pytest.mark.one_engine,
]


@pytest.fixture(scope="module")
def records():
    return json.loads(FILE.read_text(encoding="utf-8-sig"))


@pytest.fixture(scope="module")
def first(app, records):
    """What was told of the one import that all these tests share."""
    with put_back():
        yield import_general_descriptions(records)


def test_every_description_comes_in_once(records, first):
    second = import_general_descriptions(records)

    assert (first.new, first.changed, first.unreadable) == (458, 0, [])
    assert second == Report(unchanged=458, warnings=first.warnings)


@pytest.mark.usefixtures("first")
def test_every_card_and_list_is_a_page(client):
    slugs = [row.slug for row in Service.select().order_by(Service.slug)]
    step = len(slugs) // SAMPLE
    pages = [
        *(f"/fi/services/{slug}" for slug in slugs),
        *(f"/{code}/services/{s}" for code in ("sv", "en") for s in slugs[::step]),
        *(f"/{code}/services?page={n}" for code in ("fi", "sv", "en") for n in (1, 22)),
    ]

    answers = {page: client.get(page) for page in pages}

    assert {page for page, answer in answers.items() if answer.status_code != 200} == (
        set()
    )
    left = {
        page: sign
        for page, answer in answers.items()
        for sign in ("**", "](", "\\", "entityMap")
        if sign in answer.text
    }
    assert left == {}


ASKED = {
    ("velkaneuvonnan", "fi"): "Talous- ja velkaneuvonta",
    ("tarvitsen apua velkoihin", "fi"): "Talous- ja velkaneuvonta",
    ("skulder", "sv"): "Ekonomisk rådgivning och skuldrådgivning",
    ("I can’t pay my debts", "en"): "Financial and debt counselling",
    ("päihdekuntoutus", "fi"): "Päihdekuntoutus",
    ("home nursing", "sv"): "Hemsjukvård",
}


@pytest.mark.usefixtures("first")
def test_what_people_ask_for_is_found_first():
    found = {
        (question, language): groups(
            find(Wish(question), language).groups[:1], language
        )[0].best.name
        for question, language in ASKED
    }

    assert found == ASKED
