from portal.i18n import LANGUAGES
from portal.vocabulary import actions
from portal.vocabulary.models import Scheme, Term, TermSource, TermText
from portal.vocabulary.queries import vocabulary


def everything():
    """Every row, ids and all, but for the sources' ids: those rows are written anew."""
    return (
        list(Term.select().order_by(Term.id).tuples()),
        list(TermText.select().order_by(TermText.id).tuples()),
        sorted(TermSource.select(TermSource.term, TermSource.uri).tuples()),
    )


def test_load_files_twice_changes_nothing():
    first = actions.load_files()
    before = everything()

    second = actions.load_files()

    assert second == first
    assert everything() == before


def test_load_files_gives_every_scheme_its_terms_in_every_language():
    actions.load_files()

    words = vocabulary()

    assert {scheme for scheme in Scheme if words.of(scheme)} == set(Scheme)
    assert [
        word.code for word in words.words.values() if set(word.labels) != set(LANGUAGES)
    ] == []


def test_load_files_holds_the_ten_needs_of_the_social_welfare_act():
    actions.load_files()

    assert list(vocabulary().of("need")) == [
        "everyday",
        "housing",
        "money",
        "inclusion",
        "violence",
        "crisis",
        "child",
        "health",
        "functioning",
        "relatives",
    ]


def test_load_brings_a_changed_label_up_to_date_and_keeps_the_id():
    before = vocabulary().of("theme")["money"]
    entry = {
        "scheme": "theme",
        "code": "money",
        "fi": "Rahat",
        "sv": "Slantar",
        "en": "Cash",
        "ptv": ["urn:new"],
    }

    actions.load([entry])

    words = vocabulary()
    after = words.of("theme")["money"]
    assert after.id == before.id
    assert after.labels == {"fi": "Rahat", "sv": "Slantar", "en": "Cash"}
    assert after.doors == {}
    assert words.sources["urn:new"] == [after]
    assert [u for u, found in words.sources.items() if after in found] == ["urn:new"]
