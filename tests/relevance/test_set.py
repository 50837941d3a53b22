import json
from collections import Counter

import pytest

from portal.demo.files import entries
from portal.i18n import LANGUAGES
from tests.conftest import REAL_DATA
from tests.relevance.graded import KINDS, NATIONAL, queries
from tests.relevance.measures import ndcg, succeeds

pytestmark = pytest.mark.no_database

DESCRIPTIONS = REAL_DATA / "ptv" / "general-descriptions" / "gd.json"
FEWEST = 80


def named(*, national: bool) -> set[str]:
    return {
        name
        for query in queries()
        for name in query.grades
        if name.startswith(NATIONAL) is national
    }


def test_set_holds_enough_queries_of_every_language():
    counts = Counter(query.language for query in queries())

    assert set(counts) == set(LANGUAGES)
    assert min(counts.values()) >= FEWEST


def test_set_knows_only_its_kinds_grades_and_pages():
    assert {query.kind for query in queries()} == set(KINDS)
    assert {grade for query in queries() for grade in query.grades.values()} == {
        1,
        2,
        3,
    }
    assert {query.page for query in queries()} == set(LANGUAGES)


def test_set_has_an_exact_answer_to_every_query():
    without = [query.question for query in queries() if 3 not in query.grades.values()]

    assert without == []


def test_set_asks_nothing_twice_in_a_language():
    asked = Counter((query.language, query.question) for query in queries())

    assert [question for question, times in asked.items() if times > 1] == []


def test_set_names_only_services_of_the_demo_region():
    slugs = {entry["slug"] for entry in entries("services-*.toml", "service")}

    assert named(national=False) - slugs == set()


@pytest.mark.skipif(
    not DESCRIPTIONS.exists(), reason="1 test needs the national descriptions"
)
def test_set_names_only_national_descriptions_there_are():
    records = json.loads(DESCRIPTIONS.read_text("utf-8-sig"))

    ids = {f"{NATIONAL}{record['Id']}" for record in records}

    assert named(national=True) - ids == set()


@pytest.mark.parametrize(
    ("found", "ideal", "value"),
    [
        ([3, 2, 1], [1, 2, 3], 1.0),
        ([], [3], 0.0),
        ([0, 3], [3], 0.6309298),
        ([2, 3], [3, 2], 0.8339913),
        ([0, 0, 0, 0, 0, 3], [3], 0.0),
        ([3, 0, 2], [3, 2, 1], (7 + 3 / 2) / (7 + 3 / 1.5849625 + 1 / 2)),
        ([1, 1, 1, 1, 1], [1] * 9, 1.0),
    ],
)
def test_ndcg_discounts_by_rank_and_stops_at_five(found, ideal, value):
    assert ndcg(found, ideal) == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("found", "ideal", "good"),
    [
        ([3, 0], [3, 2], True),
        ([2, 3], [3, 2], True),
        ([1, 3], [3, 1], False),
        ([1], [1, 1], True),
        ([0, 3], [3], False),
        ([], [1], False),
    ],
)
def test_succeeds_by_the_first_answer(found, ideal, good):
    assert succeeds(found, ideal) is good
