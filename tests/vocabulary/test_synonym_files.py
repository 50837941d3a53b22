"""The phrases that search takes for one another, as their files hold them."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from portal.search.empty_words import EMPTY as SAYS_NOTHING

pytestmark = pytest.mark.no_database

DATA = Path(__file__).parent.parent.parent / "portal" / "vocabulary" / "data"
FILES = sorted((DATA / "synonyms").glob("*.toml"))
LANGUAGES = ("fi", "sv", "en")
LONGEST_PHRASE = 60
LONGEST_FILE = 900
MOST_CONCEPTS = 2
MOST_TERMS = 4
MOST_LEADS = 5
KEYS = {"code", "terms", "leads", *LANGUAGES, *(f"hidden_{code}" for code in LANGUAGES)}
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# What is left of a phrase without these has to tell something.
EMPTY_WORDS = (
    "en ei ole on ja se minä mä mulla minulla minun olen haluan tarvitsen "
    "jag du har inte ingen inga är på i av för med till att vill behöver min mitt mig "
    "sig you my me to a an the of in on for with and have has no not want need"
)
GENERIC_WORDS = (
    "apu apua tuki tukea palvelu palvelut hjälp stöd tjänst tjänster service help "
    "support services koti kotona kotiin hem hemma hemmet home house lapsi lapset "
    "lasten child children kids barn barnet työ töitä työn work job jobb arbete raha "
    "rahaa rahat pengar money ruoka ruokaa mat food elämä leva live life perhe "
    "familj family neuvonta rådgivning advice information asunto bostad flat aika "
    "tid time ongelma problem problems yksin ensam alone lomake form blankett "
    "hakemus ansökan application päätös beslut decision kunta kommun"
)
EVERYDAY_WORDS = (
    "lapsi lasta lapselle lapsia barnen barnet mina children kids tukia tuet stöden "
    "liv livet elämästä talo talon hus huset house yö yöksi natten night puhua prata "
    "talk arki vardag day päivä shop walk lift clean trouble sjuk sairas sick hyran "
    "lägenheten huoli huolissani orolig worried kaveri ystävä muuttaa muutan"
)
EMPTY = frozenset(EMPTY_WORDS.split())
GENERIC = frozenset(GENERIC_WORDS.split())


def concepts():
    return [
        (path.name, concept)
        for path in FILES
        for concept in tomllib.loads(path.read_text(encoding="utf-8"))["concept"]
    ]


def shown(concept):
    return {(code, phrase) for code in LANGUAGES for phrase in concept[code]}


def hidden(concept):
    return {
        (code, phrase)
        for code in LANGUAGES
        for phrase in concept.get(f"hidden_{code}", [])
    }


def phrases(concept):
    return shown(concept) | hidden(concept)


def folded(language_phrases):
    return {(code, phrase.casefold()) for code, phrase in language_phrases}


def tells_nothing(phrase):
    telling = set(WORD.findall(phrase.casefold())) - EMPTY
    return not telling or (len(telling) == 1 and telling <= GENERIC)


def test_there_are_concepts_and_no_file_is_too_long():
    assert len(concepts()) >= 330
    assert [
        path.name
        for path in FILES
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE
    ] == []


def test_codes_are_unique_and_in_kebab_case():
    codes = [concept["code"] for _, concept in concepts()]

    assert [code for code in codes if not CODE.fullmatch(code)] == []
    assert sorted(code for code in set(codes) if codes.count(code) > 1) == []


def test_concepts_hold_only_the_keys_there_are():
    assert [c["code"] for _, c in concepts() if not c.keys() <= KEYS] == []


def test_terms_are_in_the_vocabulary():
    known = {
        f"{term['scheme']}:{term['code']}"
        for path in DATA.glob("*.toml")
        for term in tomllib.loads(path.read_text(encoding="utf-8"))["term"]
    }

    for _, concept in concepts():
        terms = concept.get("terms", [])
        assert set(terms) <= known, concept["code"]
        assert len(set(terms)) == len(terms) <= MOST_TERMS, concept["code"]


def test_concepts_lead_to_a_few_other_concepts():
    codes = {concept["code"] for _, concept in concepts()}

    for _, concept in concepts():
        leads = concept.get("leads", [])
        assert set(leads) <= codes - {concept["code"]}, concept["code"]
        assert len(set(leads)) == len(leads) <= MOST_LEADS, concept["code"]


def test_every_concept_has_a_word_in_each_language():
    lacking = [
        (concept["code"], code)
        for _, concept in concepts()
        for code in LANGUAGES
        if not concept.get(code)
    ]

    assert lacking == []


def test_phrases_are_written_clean_and_short_and_once():
    for _, concept in concepts():
        for code in LANGUAGES:
            written = concept[code] + concept.get(f"hidden_{code}", [])
            once = {phrase.casefold() for phrase in written}
            assert len(once) == len(written), concept["code"]
            for phrase in written:
                assert 0 < len(phrase) <= LONGEST_PHRASE, phrase
                assert phrase == " ".join(phrase.split()), phrase


def test_no_phrase_is_only_a_generic_word():
    generic = [
        (concept["code"], phrase)
        for _, concept in concepts()
        for _, phrase in phrases(concept)
        if tells_nothing(phrase)
    ]

    assert generic == []


def test_no_phrase_comes_down_to_an_everyday_word():
    everyday = (GENERIC | set(EVERYDAY_WORDS.split())) - {"job", "jobb"}
    worn = [
        (concept["code"], language, phrase)
        for _, concept in concepts()
        for language, phrase in phrases(concept)
        if len(left := set(WORD.findall(phrase.casefold())) - SAYS_NOTHING[language])
        == 1
        and left <= everyday
    ]

    assert worn == []


def test_hidden_words_are_shown_nowhere():
    everywhere = set().union(*(folded(shown(c)) for _, c in concepts()))

    for _, concept in concepts():
        assert folded(hidden(concept)) & everywhere == set(), concept["code"]


def test_a_phrase_belongs_to_two_concepts_at_most():
    holders = defaultdict(set)
    for _, concept in concepts():
        for _, phrase in folded(phrases(concept)):
            holders[phrase].add(concept["code"])

    crowded = {p: codes for p, codes in holders.items() if len(codes) > MOST_CONCEPTS}
    assert crowded == {}
