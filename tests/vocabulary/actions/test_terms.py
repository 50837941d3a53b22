import tomllib

from playhouse.test_utils import count_queries

from portal.db import version
from portal.i18n import LANGUAGES
from portal.vocabulary import actions
from portal.vocabulary.actions.files import DATA
from portal.vocabulary.models import Scheme, Term, TermSource, TermText
from portal.vocabulary.queries import CHANGES, vocabulary


def everything():
    """Every row, ids and all, but for the sources' ids: those rows are written anew."""
    return (
        list(Term.select().order_by(Term.id).tuples()),
        list(TermText.select().order_by(TermText.id).tuples()),
        sorted(TermSource.select(TermSource.term, TermSource.uri).tuples()),
    )


def written(folder, label):
    languages = "".join(f'{code} = "{label}"\n' for code in LANGUAGES)
    entry = f'[[term]]\nscheme = "theme"\ncode = "money"\n{languages}'
    (folder / "terms.toml").write_text(entry)


def test_load_again_changes_nothing():
    entries = [
        entry
        for path in DATA.glob("*.toml")
        for entry in tomllib.loads(path.read_text())["term"]
    ]
    first = actions.load(entries)
    before = everything()

    second = actions.load(entries)

    assert second == first
    assert everything() == before


def test_load_files_reads_only_files_that_have_changed(tmp_path):
    written(tmp_path, "Cash")
    first = actions.load_files(tmp_path)
    number = version(CHANGES)

    with count_queries() as asked:
        again = actions.load_files(tmp_path)

    # Whether these files are read.
    assert asked.count == 1
    assert (first, again) == (1, 0)
    assert version(CHANGES) == number


def test_load_files_brings_what_has_changed_in_them_and_what_has_changed_back(tmp_path):
    labels = []

    for label in ("Cash", "Coins", "Cash"):
        written(tmp_path, label)
        actions.load_files(tmp_path)
        labels.append(vocabulary().label("theme", "money", "en"))

    assert labels == ["Cash", "Coins", "Cash"]


def test_files_give_every_scheme_its_terms_in_every_language():
    words = vocabulary()

    assert {scheme for scheme in Scheme if words.of(scheme)} == set(Scheme)
    assert [
        word.code for word in words.words.values() if set(word.labels) != set(LANGUAGES)
    ] == []


def test_files_hold_the_ten_needs_of_the_social_welfare_act():
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
