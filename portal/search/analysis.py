"""From running text to the words that are looked up."""

import re
from functools import lru_cache

import snowballstemmer

from portal.i18n import LANGUAGES

SNOWBALL = {"fi": "finnish", "sv": "swedish", "en": "english"}
STEMMERS = {code: snowballstemmer.stemmer(SNOWBALL[code]) for code in LANGUAGES}
LONGEST_WORD = 60
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Words that stand in nearly every text or question and tell nothing of it.
EMPTY_WORDS = {
    "fi": "en ei et eivät ja tai on se ne he hän minä sinä me te mä sä oo ole olen "
    "olet olemme että jos kun niin myös voi voin voit voiko mitä mikä miten missä "
    "mistä mihin kuka tämä tuo nyt vain kuin sekä ovat oli minun sinun minulla "
    "minulle mulla mun haluan tarvitsen pitää",
    "sv": "jag du han hon vi ni de den det en ett och eller att är som på i av för "
    "med till om har inte kan kan min mitt mina ditt din dina så var vad hur vart "
    "när man mig dig sig från också vill behöver ska får",
    "en": "i you he she we they it a an the and or to is are am of in on for with "
    "my your his her our their can can't cannot do does don't not what how where "
    "when who this that be have has want need me from at as by was will should i'm",
}
EMPTY = {code: frozenset(words.split()) for code, words in EMPTY_WORDS.items()}


def words(text: str) -> list[str]:
    return [found[:LONGEST_WORD] for found in WORD.findall(text.casefold())]


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    return str(STEMMERS[language].stemWord(word))


def analysed(text: str, language: str) -> list[str]:
    """The words of a text in a known language, inflection taken off."""
    empty = EMPTY[language]
    return [stem(word, language) for word in words(text) if word not in empty]


def forms(question: str) -> list[set[str]]:
    """For each telling word of a question in an unknown language, every form in
    which an index of any language may hold it."""
    everywhere = frozenset.union(*EMPTY.values())
    asked = words(question)
    telling = [word for word in asked if word not in everywhere] or asked
    return [{stem(word, code) for code in LANGUAGES} for word in telling]
