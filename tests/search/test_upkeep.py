from collections.abc import Iterator

import pytest

from portal.db import database
from portal.directory.actions import DraftText
from portal.search import upkeep
from portal.search.models import Entry, Phrase
from portal.vocabulary.actions import ConceptDraft, set_concept, store_concept
from portal.vocabulary.changes import concepts_changed
from portal.vocabulary.queries import vocabulary
from tests.factories import make_concept, make_service
from tests.search.things import blocks, known_words

WORDS = {
    "en": ["eviction", "lose my home", "rent not paid"],
    "fi": ["häätö", "vuokra maksamatta"],
    "sv": ["vräkning", "bli vräkt"],
}


@pytest.fixture
def services() -> Iterator[None]:
    """Services that speak of the same in several languages and places."""
    make_service("Eviction", "theme:home", texts={
        "en": DraftText("Eviction", "When you lose your home"),
        "fi": DraftText("Häätö", "Vuokra on maksamatta"),
        "sv": DraftText("Vräkning", "När du blir vräkt"),
    })  # fmt: skip
    make_service("Rent", texts={"en": DraftText("Rent", "Paid or not", "Home to lose")})
    make_service("Lose weight", texts={"en": DraftText("Lose", "Home sweet home")})
    make_service("Music", "theme:work")
    make_concept("swimming hall", code="swimming")
    return


def phrase_rows():
    return sorted((row.concept, row.language, row.words) for row in Phrase.select())


def everything():
    return blocks(), phrase_rows(), known_words("service")


def made():
    """All that the index holds, made from scratch, and put back as it was."""
    with database.atomic() as transaction:
        upkeep.make()
        found = everything()
        transaction.rollback()
    return found


def store(**more):
    terms = [vocabulary().of("theme")["home"].id]
    store_concept("eviction", ConceptDraft(WORDS, terms=terms, **more))


def test_index_that_follows_a_new_concept_is_as_one_made_anew(services):
    store(hidden={"en": ["skint"], "sv": ["vräkt"]}, leads=["swimming"])

    assert everything() == made()
    assert {row[1] for row in blocks()} >= {"#eviction"}


def test_index_that_follows_a_changed_concept_is_as_one_made_anew(services):
    store()

    store_concept("eviction", ConceptDraft({"en": ["music", "sweet home"]}))

    assert everything() == made()


def test_index_that_follows_a_removed_concept_is_as_one_made_anew(services):
    store()
    with_it = everything()

    set_concept("eviction", wanted=False)
    without = everything()
    made_without = made()
    set_concept("eviction", wanted=True)

    assert without == made_without
    assert not [row for row in without[0] if row[1] == "#eviction"]
    assert everything() == with_it == made()


def test_index_that_follows_several_concepts_at_once_is_as_one_made_anew(services):
    store()
    make_concept("lose", "weight", code="weight")

    concepts_changed(["weight", "eviction", "nobody-knows-it"])

    assert everything() == made()


def test_services_stored_after_a_concept_are_as_if_all_were_made_anew(services):
    store()

    make_service("Häätöneuvonta", texts={"fi": DraftText("Neuvonta", "Häätö uhkaa")})
    make_service("Eviction help")

    found = blocks(), phrase_rows(), known_words("service")
    assert found == made()


def test_make_counts_the_entries_and_brings_the_index_up_to_date(services):
    count = upkeep.make()

    assert count == Entry.select().count() == 6
    assert upkeep.is_up_to_date()


def test_index_made_with_another_analyser_is_not_up_to_date(analyser):
    analyser("simplemma")
    upkeep.make()

    analyser("snowball")

    assert not upkeep.is_up_to_date()
    upkeep.make()
    assert upkeep.is_up_to_date()


def test_index_of_everything_is_made_by_the_command(app, services):
    result = app.test_cli_runner().invoke(args=["search", "index"])

    assert result.exit_code == 0
    assert result.output.startswith("6 entries indexed with ")
    assert everything() == made()
