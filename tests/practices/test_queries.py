from dataclasses import fields
from datetime import date, timedelta

import pytest

from portal.db import today
from portal.practices import labels
from portal.practices.actions.creating import InUse, PracticeDraftText, create
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import Evidence, Stage, Use
from portal.practices.queries.listing import listing
from portal.practices.queries.page import page
from portal.practices.queries.texts import step
from portal.vocabulary.queries import vocabulary
from tests.factories import make_practice

WHOLE = dict.fromkeys(HEADINGS, "Written")


def names(rows):
    return [row.text.name for row in rows]


def test_listing_puts_the_most_used_first_then_by_address():
    make_practice("None", slug="b")
    make_practice("One", in_use="harju", slug="c")
    make_practice("Two", in_use="harju niemi", slug="d")
    make_practice("None either", slug="a")

    assert names(listing("", "en")) == ["Two", "One", "None either", "None"]


def test_listing_counts_only_the_places_that_use_it_now():
    areas = vocabulary().of("area")
    uses = [
        InUse(areas[code], state, None, None, {})
        for code, state in [
            ("harju", Use.IN_USE),
            ("niemi", Use.ON_TRIAL),
            ("saarela", Use.STOPPED),
            ("koskela", Use.PLANNED),
        ]
    ]
    values = {"slug": "p", "stage": Stage.ON_TRIAL}
    create(values, {"en": PracticeDraftText("P")}, [], uses)

    row = listing("", "en")[0]

    assert (row.in_use, row.on_trial) == (1, 1)


def test_search_finds_practices_best_first():
    make_practice(texts={"en": PracticeDraftText("Visits", how="With a debt adviser")})
    make_practice("Debt clinic")
    make_practice("Music")

    assert names(listing("debts", "en")) == ["Debt clinic", "Visits"]
    assert listing("xyzzy", "en") == []


def test_search_finds_a_practice_by_its_words_in_another_language():
    texts = {"fi": PracticeDraftText("Velkaklinikka"), "en": PracticeDraftText("Debts")}
    make_practice(texts=texts)

    assert names(listing("velkaklinikan", "en")) == ["Debts"]


@pytest.mark.parametrize(
    ("evidence", "rungs"),
    [
        (Evidence.NONE, 0),
        (Evidence.DESCRIBED, 1),
        (Evidence.REASONED, 2),
        (Evidence.SOME, 3),
        (Evidence.MODERATE, 4),
        (Evidence.STRONG, 5),
        (Evidence.NO_EFFECT, 0),
        (Evidence.HARM, 0),
    ],
)
def test_step_is_how_far_up_the_ladder_of_evidence(evidence, rungs):
    assert step(evidence) == rungs


def test_completeness_counts_the_headings_that_are_written():
    whole = {"en": PracticeDraftText("A", **WHOLE)}
    partly = {"en": PracticeDraftText("B", "S", place="A", problem="P", lived="L")}

    found = [page(make_practice(texts=texts), "en") for texts in (whole, partly)]

    assert [one.complete for one in found] == [(17, 17), (2, 17)]


def test_headings_and_short_facts_are_all_that_is_written_of_a_practice():
    texts = {field.name for field in fields(PracticeDraftText)}

    assert texts == {"name", "summary", *FACTS, *HEADINGS}
    assert list(labels.HEADINGS) == list(HEADINGS)
    assert list(labels.FACTS) == list(FACTS)


@pytest.mark.parametrize(
    ("heading", "finds"),
    [("audience", True), ("change", True), ("not_for", False), ("harms", False)],
)
def test_search_reads_whom_it_is_for_but_not_whom_it_may_harm(heading, finds):
    texts = {"en": PracticeDraftText("Desk", **{heading: "Families with debts"})}
    make_practice(texts=texts)

    assert names(listing("debts", "en")) == (["Desk"] if finds else [])


def test_evidence_stands_for_three_years():
    day = timedelta(days=1)
    dates = [None, today() - 1095 * day, today() - 1096 * day]

    found = [page(make_practice(evidence_on=set_on), "en") for set_on in dates]

    assert [one.evidence_is_old for one in found] == [False, False, True]


def test_places_stand_by_their_state_then_by_their_date():
    areas = vocabulary().of("area")
    uses = [
        InUse(areas["harju"], Use.STOPPED, date(2020, 1, 1), date(2021, 1, 1), {}),
        InUse(areas["niemi"], Use.IN_USE, None, None, {}),
        InUse(areas["saarela"], Use.IN_USE, date(2025, 1, 1), None, {"fi": "Hyvä"}),
        InUse(areas["koskela"], Use.IN_USE, date(2024, 1, 1), None, {"en": "Good"}),
    ]
    values = {"slug": "p", "stage": Stage.IN_USE}
    practice = create(values, {"en": PracticeDraftText("P")}, [], uses)

    places = page(practice, "en").places

    assert [(place.area.code, place.note, place.language) for place in places] == [
        ("koskela", "Good", "en"),
        ("saarela", "Hyvä", "fi"),
        ("niemi", "", "en"),
        ("harju", "", "en"),
    ]
