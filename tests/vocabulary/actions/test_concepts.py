from pathlib import Path

import pytest

from portal.vocabulary import changes, queries
from portal.vocabulary.actions import (
    ConceptDraft,
    Outdated,
    load_concepts,
    set_concept,
    store_concept,
)
from portal.vocabulary.actions.concepts import SYNONYMS
from portal.vocabulary.models import ConceptWord
from portal.vocabulary.queries import concepts, vocabulary
from tests.factories import make_concept

FILE = """
[[concept]]
code = "rent-arrears"
terms = ["theme:money"]
fi = ["vuokravelka"]
en = ["rent arrears", "rent debt"]
hidden_en = ["rent arears"]

[[concept]]
code = "hunger"
sv = ["hungrig"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.toml").write_text(FILE)
    return tmp_path


@pytest.fixture
def told(monkeypatch):
    """The codes that were told of, call by call."""
    calls = []
    monkeypatch.setattr(changes, "_callbacks", [])
    changes.on_concepts_changed(lambda codes: calls.append(list(codes)))
    return calls


def by_code():
    return {one.code: one for one in concepts()}


def test_load_concepts_fills_an_empty_table_once(folder, told):
    first = load_concepts(folder)
    second = load_concepts(folder)

    assert (first, second) == (2, 0)
    assert told == [["rent-arrears", "hunger"]]
    assert by_code() == {
        "hunger": queries.Concept("hunger", (), {"sv": ("hungrig",)}, {}),
        "rent-arrears": queries.Concept(
            "rent-arrears",
            (vocabulary().of("theme")["money"].id,),
            {"fi": ("vuokravelka",), "en": ("rent arrears", "rent debt")},
            {"en": ("rent arears",)},
        ),
    }


def test_load_concepts_brings_only_codes_never_seen(folder):
    load_concepts(folder)
    store_concept("hunger", ConceptDraft({"sv": ["svulten"]}))
    set_concept("rent-arrears", wanted=False)
    (folder / "two.toml").write_text('[[concept]]\ncode = "new"\nen = ["new"]\n')

    count = load_concepts(folder)

    assert count == 1
    assert {code: one.words for code, one in by_code().items()} == {
        "hunger": {"sv": ("svulten",)},
        "new": {"en": ("new",)},
    }


@pytest.mark.one_engine
def test_the_files_of_the_portal_can_be_read():
    count = load_concepts(SYNONYMS)

    assert count == len(concepts()) > 0


def test_store_concept_makes_a_code_of_the_first_word(told):
    first = make_concept("Rent debt")
    second = make_concept("rent debt")
    new = make_concept("new")
    long = make_concept("word " * 16)

    assert (first, second, new) == ("rent-debt", "rent-debt-2", "new-2")
    assert len(long) <= 60
    assert told == [[first], [second], [new], [long]]


def test_store_concept_takes_the_place_of_all_its_words(told):
    code = make_concept("one", "two", hidden="three", terms="theme:money")

    same = store_concept(code, ConceptDraft({"fi": ["yksi"]}))

    assert same == code
    assert concepts() == (queries.Concept(code, (), {"fi": ("yksi",)}, {}),)
    assert ConceptWord.select().count() == 1
    assert told == [[code], [code]]


def test_store_concept_refuses_what_was_written_over_another_state():
    code = make_concept("one")
    seen = queries.concept(code).state
    store_concept(code, ConceptDraft({"en": ["theirs"]}), seen=seen)

    with pytest.raises(Outdated) as refused:
        store_concept(code, ConceptDraft({"en": ["mine"]}), seen=seen)

    assert refused.value.now.words == {"en": ("theirs",)}
    assert concepts()[0].words == {"en": ("theirs",)}


def test_set_concept_takes_out_and_brings_back_the_same_words(told):
    code = make_concept("one", hidden="two", terms="theme:money")
    before = concepts()

    set_concept(code, wanted=False)
    without = concepts()
    set_concept(code, wanted=True)

    assert without == ()
    assert concepts() == before
    assert told == [[code]] * 3


def test_store_concept_brings_a_removed_one_back():
    code = make_concept("one")
    set_concept(code, wanted=False)

    store_concept(code, ConceptDraft({"en": ["again"]}))

    assert [one.words for one in concepts()] == [{"en": ("again",)}]
