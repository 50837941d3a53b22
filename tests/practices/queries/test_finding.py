"""Finding practices, and what is offered in the facets of a small library."""

from datetime import timedelta

import pytest

from portal.db import now, today
from portal.directory.models import TextState
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.models import (
    Evidence,
    Practice,
    PracticeTag,
    Stage,
    Use,
)
from portal.practices.queries.finding import Wish
from portal.practices.queries.shelf import Facet
from portal.practices.queries.stock import EXPIRED
from portal.vocabulary.queries import vocabulary
from tests.factories import make_practice
from tests.practices.shelved import counts, make, names

OLD = today() - timedelta(days=1200)


def test_without_words_the_most_used_come_first_then_the_newest():
    first, second = now() - timedelta(days=2), now() - timedelta(days=1)
    make("Old", published_at=first)
    make("Used", uses=[("harju", Use.IN_USE)], published_at=first)
    make("Tried", uses=[("harju", Use.ON_TRIAL)], published_at=first)
    make("Young", published_at=second)
    make("Well used", uses=[("harju", Use.IN_USE), ("niemi", Use.IN_USE)])

    assert names(Wish())[:3] == ["Well used", "Used", "Young"]
    assert set(names(Wish())[3:]) == {"Old", "Tried"}


def test_newest_first_goes_by_the_day_of_publishing():
    for name, days in (("A", 2), ("B", 3), ("C", 1)):
        make(name, published_at=now() - timedelta(days=days))

    assert names(Wish(newest=True)) == ["C", "A", "B"]


def test_search_finds_practices_best_first():
    make("Visits", texts={"en": PracticeDraftText("Visits", how="With a debt adviser")})
    make("Debt clinic")
    make("Music")

    assert names(Wish("debts")) == ["Debt clinic", "Visits"]
    assert names(Wish("xyzzy")) == []


def test_newest_first_holds_for_what_the_words_find_too():
    make("Debt clinic", published_at=now() - timedelta(days=3))
    make("Music", published_at=now())
    text = {"en": PracticeDraftText("Visits", how="With a debt adviser")}
    make("Visits", texts=text, published_at=now() - timedelta(days=1))

    assert names(Wish("debts", newest=True)) == ["Visits", "Debt clinic"]


def test_search_finds_a_practice_by_its_words_in_another_language():
    texts = {"fi": PracticeDraftText("Velkaklinikka"), "en": PracticeDraftText("Debts")}
    make("Debts", texts=texts)

    assert names(Wish("velkaklinikan")) == ["Debts"]


@pytest.mark.parametrize(
    ("heading", "finds"),
    [("audience", True), ("change", True), ("not_for", False), ("harms", False)],
)
def test_search_reads_whom_it_is_for_but_not_whom_it_may_harm(heading, finds):
    texts = {"en": PracticeDraftText("Desk", **{heading: "Families with debts"})}
    make_practice(texts=texts)

    assert names(Wish("debts")) == (["Desk"] if finds else [])


def test_what_is_not_published_in_any_language_is_not_found_or_counted():
    make("Public", "theme:money")
    make("Draft", "theme:money", states={"en": TextState.DRAFT})
    make("No text", "theme:money", texts={})

    assert names(Wish()) == ["Public"]
    assert counts(Wish(), Facet.THEME) == {"money": 1}


def test_area_is_where_it_is_in_use_or_on_trial_and_the_county_is_everywhere():
    make("Here", uses=[("harju", Use.IN_USE), ("niemi", Use.ON_TRIAL)])
    make("Gone", uses=[("harju", Use.STOPPED), ("niemi", Use.PLANNED)])
    make("Everywhere", uses=[("county", Use.IN_USE)])

    everywhere = dict.fromkeys(vocabulary().of("area"), 1)
    assert counts(Wish(), Facet.AREA) == everywhere | {"harju": 2, "niemi": 2}
    assert names(Wish(chosen={Facet.AREA: ("koskela",)})) == ["Everywhere"]


def test_evidence_that_has_expired_counts_as_expired_only():
    make("Old", evidence=Evidence.STRONG, evidence_on=OLD)
    make("Strong", evidence=Evidence.STRONG, evidence_on=today())
    make("None", evidence=Evidence.NONE, evidence_on=OLD)

    assert counts(Wish(), Facet.EVIDENCE) == {"none": 1, "strong": 1, EXPIRED: 1}
    assert names(Wish(chosen={Facet.EVIDENCE: ("strong",)})) == ["Strong"]


def test_language_is_one_that_it_can_be_read_in():
    make(
        "Both",
        texts={"fi": PracticeDraftText("Molemmat"), "en": PracticeDraftText("B")},
    )
    make("One")

    assert counts(Wish(), Facet.LANGUAGE) == {"fi": 1, "en": 2}
    assert names(Wish(chosen={Facet.LANGUAGE: ("fi",)}), "fi") == ["Molemmat"]


def test_changes_are_followed():
    kept = make("Debts")
    assert counts(Wish(), Facet.THEME) == {}

    PracticeTag.create(practice=kept.id, term=vocabulary().of("theme")["money"].id)
    Practice.update(stage=Stage.IDEA).where(Practice.id == kept.id).execute()
    make("Music")

    assert counts(Wish(), Facet.THEME) == {"money": 1}
    assert counts(Wish(), Facet.STAGE) == {"idea": 1, "in-use": 1}
