"""Keeping synonyms in the administration."""

import re

import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.vocabulary import queries
from portal.vocabulary.actions import ConceptDraft, set_concept, store_concept
from portal.vocabulary.queries import concepts, vocabulary
from tests.factories import make_concept, make_user, sign_in

ROOT = "/en/administration/synonyms"


@pytest.fixture
def keeper(app):
    return sign_in(app, make_user(Role.ADMINISTRATOR))


def names(page):
    return re.findall(r"<h3[^>]*><a href[^>]*>([^<]+)</a>", page)


def box(page, name):
    return re.search(rf'<textarea[^>]* name="{name}"[^>]*>([^<]*)</textarea>', page)[1]


def seen(page):
    return re.search(r'name="seen" value="([^"]*)"', page)[1]


def test_administration_leads_to_the_synonyms(keeper):
    assert f'href="{ROOT}"' in keeper.get("/en/administration").text


def test_list_is_searched_and_paged(keeper):
    for number in range(32):
        make_concept(f"word {number:02}")
    make_concept("hunger", hidden="starving")

    first = keeper.get(ROOT).text
    second = keeper.get(f"{ROOT}?page=2").text
    searched = keeper.get(f"{ROOT}?q=starv").text
    nothing = keeper.get(f"{ROOT}?q=xyz").text

    assert names(first) == ["hunger", *(f"word {n:02}" for n in range(29))]
    assert names(second) == ["word 29", "word 30", "word 31"]
    assert names(searched) == ["hunger"]
    assert "No group holds these letters" in nothing


def test_list_asks_as_much_for_three_as_for_one(keeper):
    make_concept("one")
    keeper.get(ROOT)
    with count_queries() as one:
        keeper.get(ROOT)
    make_concept("two", terms="theme:money")
    make_concept("three", hidden="four")
    keeper.get(ROOT)
    with count_queries() as three:
        keeper.get(ROOT)

    # The person, their roles, the versions of the concepts and of the vocabulary, the
    # removed concepts, what they lead to, their terms and their words, notices.
    assert (one.count, three.count) == (9, 9)


def test_new_group_is_stored_as_written(keeper):
    money = vocabulary().of("theme")["money"].id

    answer = keeper.post(
        ROOT,
        data={
            "words_en": "Rent debt\n  arrears \r\n\n rent DEBT\n",
            "hidden_en": "skint",
            "words_fi": "vuokravelka",
            "terms": [str(money), "999999", "x"],
        },
    )

    assert answer.location == f"{ROOT}/vuokravelka?saved=1"
    assert concepts() == (
        queries.Concept(
            "vuokravelka",
            (money,),
            {"fi": ("vuokravelka",), "en": ("Rent debt", "arrears")},
            {"en": ("skint",)},
        ),
    )
    assert "Saved." in keeper.get(answer.location).text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Write at least one word"),
        ({"words_sv": "x" * 81}, "is longer than 80 characters"),
        ({"words_fi": "\n".join(map(str, range(201)))}, "Write at most 200 words"),
        ({"words_en": "a\nSkint", "hidden_en": "skint"}, "is in both boxes"),
    ],
)
def test_what_can_not_be_stored_is_told_and_kept(keeper, data, message):
    answer = keeper.post(ROOT, data=data)

    assert answer.status_code == 422
    assert message in answer.text
    assert {name: box(answer.text, name).strip() for name in data} == data
    assert concepts() == ()


def test_group_is_changed(keeper):
    code = make_concept("one", hidden="two", terms="theme:money")
    page = keeper.get(f"{ROOT}/{code}").text
    data = {"words_en": box(page, "words_en") + "\nmore", "seen": seen(page)}

    answer = keeper.post(f"{ROOT}/{code}", data=data)

    assert answer.location == f"{ROOT}/{code}?saved=1"
    assert concepts() == (queries.Concept(code, (), {"en": ("one", "more")}, {}),)


def test_group_keeps_what_it_leads_to_in_its_order(keeper):
    make_concept("legal aid")
    code = store_concept(
        "", ConceptDraft({"en": ["sued"]}, leads=["gone", "legal-aid"])
    )
    page = keeper.get(f"{ROOT}/{code}").text
    told = {"words_en": "sued", "seen": seen(page)}

    kept = keeper.post(f"{ROOT}/{code}", data=told | {"leads": box(page, "leads")})
    after = queries.concept(code).leads
    again = told | {"leads": "legal-aid\nno-such", "seen": queries.concept(code).state}
    refused = keeper.post(f"{ROOT}/{code}", data=again)

    assert kept.status_code == 303
    assert after == ("gone", "legal-aid")
    assert "There is no group with the code “no-such”" in refused.text


def test_second_of_two_writers_loses_no_word(keeper):
    code = make_concept("one")
    mine = {"words_en": "mine", "seen": seen(keeper.get(f"{ROOT}/{code}").text)}
    store_concept(code, ConceptDraft({"en": ["theirs"]}))

    told = keeper.post(f"{ROOT}/{code}", data=mine)
    again = keeper.post(
        f"{ROOT}/{code}", data={"words_en": "both", "seen": seen(told.text)}
    )

    assert told.status_code == 409
    assert box(told.text, "words_en") == "mine"
    assert '<p class="words">theirs</p>' in told.text
    assert again.status_code == 303
    assert concepts()[0].words == {"en": ("both",)}


def test_deleted_group_can_be_brought_back_at_once(keeper):
    code = make_concept("one", hidden="two")

    answer = keeper.post(f"{ROOT}/{code}", data={"wanted": "0"})
    page = keeper.get(answer.location).text
    without = concepts()
    undone = keeper.post(f"{ROOT}/{code}", data={"wanted": "1"})

    assert answer.location == f"{ROOT}?removed={code}"
    assert "The group “one” is deleted" in page
    assert f'action="{ROOT}/{code}"' in page
    assert without == ()
    assert undone.location == f"{ROOT}/{code}?saved=1"
    assert [one.code for one in concepts()] == [code]


def test_deleted_group_can_be_brought_back_later(keeper):
    code = make_concept("one", hidden="two")
    set_concept(code, wanted=False)

    page = keeper.get(f"{ROOT}/{code}").text
    keeper.post(
        f"{ROOT}/{code}",
        data={"words_en": box(page, "words_en"), "seen": seen(page)},
    )

    assert "This group is deleted" in page
    assert (box(page, "words_en"), box(page, "hidden_en")) == ("one", "two")
    assert concepts() == (queries.Concept(code, (), {"en": ("one",)}, {}),)


def test_group_that_is_not_there_is_not_found(keeper):
    assert keeper.get(f"{ROOT}/no-such").status_code == 404
    assert keeper.post(f"{ROOT}/no-such", data={"wanted": "0"}).status_code == 404
