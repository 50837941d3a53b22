from playhouse.test_utils import count_queries

from portal.practices.actions.creating import PracticeDraftText, create
from portal.practices.models import Stage
from portal.practices.queries.comparison import comparison
from portal.practices.queries.shelf import shelf
from portal.vocabulary.queries import vocabulary
from tests.factories import make_practice


def make(slug, themes="", **texts):
    words = vocabulary().of("theme")
    return create(
        {"slug": slug, "stage": Stage.IDEA},
        {"en": PracticeDraftText(slug.title(), **texts)},
        [words[code] for code in themes.split()],
        [],
    )


def test_practices_stand_in_the_order_they_are_asked_in():
    for slug in ("a", "b", "c"):
        make(slug)

    found = comparison(["c", "a"], "en")

    assert [column.row.name for column in found.columns] == ["C", "A"]
    assert (found.missing, found.left_out, found.like) == ([], [], [])
    assert found.is_enough


def test_only_headings_that_one_of_them_has_are_compared():
    make("a", problem="P", place="X")
    make("b", tips="T")

    found = comparison(["a", "b"], "en")

    assert found.described == ["place", "problem", "tips"]
    assert [column.texts["tips"] for column in found.columns] == ["", "T"]


def test_each_is_told_in_its_own_language():
    make("a")
    texts = {"sv": PracticeDraftText("Svenska", how="Så"), "fi": PracticeDraftText("S")}
    make_practice(slug="b", texts=texts)

    found = comparison(["a", "b"], "sv")

    assert [(c.row.language, c.texts["how"]) for c in found.columns] == [
        ("en", ""),
        ("sv", "Så"),
    ]


def test_four_fit_and_what_is_not_there_is_named():
    for slug in "abcde":
        make(slug)

    found = comparison([*"abc", "none", *"de"], "en")

    assert [column.row.slug for column in found.columns] == list("abcd")
    assert found.missing == ["none"]
    assert [row.slug for row in found.left_out] == ["e"]


def test_one_alone_is_offered_those_that_are_most_like_it():
    make("mine", "money home")
    make("other", "work")
    make("near", "money work")
    make("nearest", "money home")

    found = comparison(["mine"], "en")

    assert not found.is_enough
    assert [row.slug for row in found.like] == ["nearest", "near", "other"]


def test_nothing_chosen_is_offered_what_is_used_most():
    make("unused")
    make_practice(slug="used", in_use="harju")

    assert [row.slug for row in comparison([], "en").like] == ["used", "unused"]


def test_two_and_four_are_compared_in_as_many_statements():
    """The rows; their texts. Versions are asked when the shelf is."""
    for slug in "abcd":
        make(slug)
    shelf()
    asked = []
    for slugs in ("ab", "abcd"):
        with count_queries() as counted:
            comparison(list(slugs), "en")
        asked.append(counted.count)

    assert asked == [3, 3]
