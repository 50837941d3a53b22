"""A small directory and what it answers: the same lists on every engine."""

import pytest

from portal.directory.actions import DraftText
from portal.directory.models import KIND
from portal.directory.queries.finding import Wish, find, suggestions
from portal.directory.queries.listing import groups
from portal.search.queries import ranked
from portal.vocabulary.actions import ConceptDraft, store_concept
from tests.factories import make_service

SERVICES = [
    ("Asumisneuvonta", "Apua kun häätö uhkaa", "Boenderådgivning",
     "Hjälp när vräkning hotar", "Housing advice", "Help when an eviction threatens"),
    ("Velkaneuvonta", "Apua velkoihin", "Skuldrådgivning", "Hjälp med skulder",
     "Debt advice", "Help with debts"),
    ("Perhetyö", "Tukea arkeen", "Familjearbete", "Stöd i vardagen", "Family work",
     "Support for everyday life"),
    ("Kotipalvelu", "Siivousta lapsiperheille", "Hemservice", "Städning för familjer",
     "Home service", "Cleaning for families with children"),
    ("Päihdekuntoutus", "Irti alkoholista", "Missbruksrehabilitering",
     "Sluta dricka alkohol", "Substance rehabilitation", "Leave alcohol behind"),
    ("Kriisipuhelin", "Joku kuuntelee yöllä", "Kristelefon", "Någon lyssnar på natten",
     "Crisis line", "Somebody listens at night"),
    ("Uimahalli", "Uinti kaikille", "Simhall", "Simning för alla", "Swimming hall",
     "Swimming for all"),
    ("Kuljetuspalvelu", "Taksilla asioille", "Färdtjänst", "Taxi till ärenden",
     "Transport service", "By taxi on errands"),
    ("Omaishoidon tuki", "Läheistään hoitavalle", "Stöd för närståendevård",
     "För den som vårdar", "Informal care support", "For those who care at home"),
    ("Ruoka-apu", "Ruokaa vähävaraisille", "Mathjälp", "Mat åt mindre bemedlade",
     "Food aid", "Groceries for those without money"),
    ("Nuorten työpaja", "Tekemistä nuorille", "Ungdomsverkstad", "Sysselsättning",
     "Youth workshop", "Something to do"),
    ("Terapia", "Keskustelua", "Terapi", "Samtal", "Therapy", "Talking"),
]  # fmt: skip
ANSWERS = [
    ("Housing advice", ["Housing advice", "Debt advice"]),
    ("asumisneuvonnasta", ["Housing advice"]),
    ("boenderådgivningen", ["Housing advice"]),
    ("simning", ["Swimming hall"]),
    ("alcohol", ["Substance rehabilitation"]),
    ("skint", ["Food aid"]),
    ("rahat loppu", ["Food aid"]),
    ("ruokaa nuorille", ["Food aid", "Youth workshop"]),
    ("taxi till simhallen", ["Swimming hall", "Transport service"]),
    ("kriisipuhelimeen", ["Crisis line"]),
    ("paihdekuntoutus", ["Substance rehabilitation"]),
    ("theraby", ["Therapy"]),
    ("how do I find someone who listens at night", ["Crisis line"]),
    ("xyzzy", []),
]


@pytest.fixture
def directory():
    for fi, fi_text, sv, sv_text, en, en_text in SERVICES:
        texts = {
            "en": DraftText(en, en_text),
            "fi": DraftText(fi, fi_text),
            "sv": DraftText(sv, sv_text),
        }
        make_service(en, texts=texts)
    words = {"en": ["food aid", "skint"], "fi": ["ruoka-apu"], "sv": ["mathjälp"]}
    store_concept("food", ConceptDraft(words, {"fi": ["rahat loppu"]}))


def titles(found):
    return [group.best.name for group in groups(found.groups, "en")]


@pytest.mark.parametrize(("question", "expected"), ANSWERS)
def test_small_directory_answers_alike_everywhere(directory, question, expected):
    assert titles(find(Wish(question), "en")) == expected


def test_services_of_the_same_worth_stand_in_the_order_of_each_language(directory):
    assert {
        code: [group.best.name for group in groups(found.groups[:3], code)]
        for code in ("fi", "sv", "en")
        for found in [find(Wish(), code)]
    } == {
        "fi": ["Asumisneuvonta", "Kotipalvelu", "Kriisipuhelin"],
        "sv": ["Boenderådgivning", "Familjearbete", "Färdtjänst"],
        "en": ["Crisis line", "Debt advice", "Family work"],
    }


@pytest.mark.parametrize(
    ("beginning", "language", "expected"),
    [
        ("hou", "en", ["Housing advice"]),
        ("swimming hal", "en", ["Swimming hall"]),
        ("vel", "fi", ["Velkaneuvonta"]),
        ("vel", "sv", ["Skuldrådgivning"]),
        ("färd", "sv", ["Färdtjänst"]),
        ("zzz", "en", []),
    ],
)
def test_suggestions_are_what_the_beginning_may_become(
    directory, beginning, language, expected
):
    assert [name.title for name in suggestions(beginning, language)] == expected


def test_finding_is_sure_of_a_title_and_not_of_a_lone_word_amid_nonsense(directory):
    assert find(Wish("housing advice"), "en").ranking.sure
    assert find(Wish("asumisneuvonnasta"), "en").ranking.sure
    assert not find(Wish("blorp behind qwerty zyxx"), "en").ranking.sure
    assert not find(Wish("xyzzy"), "en").ranking.sure


def test_asking_twice_gives_the_same_scores(directory):
    once, again = (ranked(KIND, "housing advice at night") for _ in range(2))

    assert once.ids != []
    assert (once.ids, once.scores) == (again.ids, again.scores)
