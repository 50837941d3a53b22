"""What a question asks for: its telling words, each with all it can stand for."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from portal.i18n import LANGUAGES
from portal.search import analysis
from portal.search.analysis import bases, is_weak, telling
from portal.search.concepts import CONCEPT, TERM, phrases
from portal.search.lexicon import Lexicon, lexicon
from portal.search.places import ANY, Key
from portal.search.related import AKIN_SHARE, JOINED_SHARE, related_words, shortened
from portal.search.spellings import Spellings

Likeness = tuple[float, str, str]
Nearest = Callable[[Spellings, str], list[tuple[str, float]]]

LONGEST_QUESTION = 200
MOST_WORDS = 24

# How much of a word's weight counts when something else stands for it.
CONCEPT_SHARE = 1.15
LEAD_SHARE = 0.7
NEXT_LEAD = 0.9
MEANT_SHARE = 0.75
LIKE_ENOUGH_TO_SAY = 0.8
ALMOST = 0.05


@dataclass
class Asked:
    """One telling word of a question. `stands_for` holds, with its share, each word
    or bundle of words that answers to it; a thing answers to a bundle when it holds
    all of it."""

    word: str
    is_weak: bool = False
    """Whether it says only that help is wanted."""
    stands_for: dict[tuple[Key, ...], float] = field(default_factory=dict)
    meant: str = ""
    likely: set[Key] = field(default_factory=set)
    """The words it may be a misspelling of."""
    concepts: set[str] = field(default_factory=set)
    terms: set[Key] = field(default_factory=set)
    """The terms that its concepts belong to."""

    def add(self, share: float, *keys: Key) -> None:
        self.stands_for[keys] = max(share, self.stands_for.get(keys, 0))


@dataclass(frozen=True)
class Question:
    asked: list[Asked]
    shown: dict[str, frozenset[str]]
    """Words to mark in what is found, by language."""
    meant: str
    """The question as it may have been meant, if some word is not known."""

    def keys(self) -> set[Key]:
        words = {key for one in self.asked for keys in one.stands_for for key in keys}
        return words.union(*(one.terms for one in self.asked))


def question(kind: str, text: str, *, unfinished: bool = False) -> Question:
    """Read a question. When it is unfinished, its last word may be any word that
    begins so."""
    words = telling(text[:LONGEST_QUESTION])[:MOST_WORDS]
    known = lexicon(kind)
    asked = [Asked(word, is_weak(word)) for word in words]
    seen: dict[str, set[str]] = {code: set() for code in LANGUAGES}
    for number, one in enumerate(asked):
        last = unfinished and number == len(asked) - 1
        read_word(one, known, seen, unfinished=last)
    read_pairs(asked, known)
    read_concepts(asked, seen)
    return Question(
        asked,
        {code: frozenset(to_mark(asked, code)) for code in LANGUAGES},
        " ".join(one.meant or one.word for one in asked)
        if any(one.meant for one in asked)
        else "",
    )


def read_word(
    one: Asked, known: Lexicon, seen: dict[str, set[str]], *, unfinished: bool
) -> None:
    named = False
    for language, forms in analysis.in_any_language(one.word):
        words = known[language]
        seen[language].update(forms)
        seen[language].update(
            short
            for base in forms
            for short in shortened(base)
            if phrases().knows(short, language)
        )
        for base in forms:
            named = named or phrases().knows(base, language)
            for share, found in related_words(base, language, words):
                one.add(share, *((word, language) for word in found))
            if unfinished:
                for word in words.beginning(one.word):
                    one.add(1, (word, language))
    if not named and all(share <= AKIN_SHARE for share in one.stands_for.values()):
        read_misspelt(one, known, seen)


def read_misspelt(one: Asked, known: Lexicon, seen: dict[str, set[str]]) -> None:
    """Take an unknown word for those it is most like, in whatever language, or else
    for those that begin alike. Only what things hold is offered as what was meant."""
    held, named = alike(one, known, Spellings.meant)
    if not held and not named:
        held, named = alike(one, known, Spellings.begun_alike)
    best = max((like for like, _language, _word in held + named), default=0) - ALMOST
    for like, language, word in sorted(held, reverse=True):
        if like >= best:
            one.add(MEANT_SHARE * like, (word, language))
            one.likely.add((word, language))
            if not one.meant and like >= LIKE_ENOUGH_TO_SAY:
                one.meant = known[language].shown[word]
    one.likely |= {(word, language) for like, language, word in named if like >= best}
    for word, language in one.likely:
        seen[language].add(word)


def alike(
    one: Asked, known: Lexicon, nearest: Nearest
) -> tuple[list[Likeness], list[Likeness]]:
    """The words that things hold, and those that concepts are named by, which are
    nearest to an asked word, each with how like it is and its language."""
    held, named = [], []
    for language in LANGUAGES:
        for form in {one.word, *bases(one.word, language)}:
            words = known[language].unmarked
            held += [(like, language, word) for word, like in nearest(words, form)]
            words = phrases().unmarked[language]
            named += [(like, language, word) for word, like in nearest(words, form)]
    return held, named


def read_pairs(asked: list[Asked], known: Lexicon) -> None:
    """Words written apart that should be one: `perus toimeentulotuki`."""
    for first, second in pairwise(asked):
        for language in LANGUAGES:
            for base in bases(first.word + second.word, language):
                if base in known[language]:
                    first.add(JOINED_SHARE, (base, language))
                    second.add(JOINED_SHARE, (base, language))


def read_concepts(asked: list[Asked], seen: dict[str, set[str]]) -> None:
    """Let a word stand for the concepts that it helps to name."""
    known = phrases()
    by_key: dict[Key, set[str]] = defaultdict(set)
    for language, forms in seen.items():
        for code, words in known.asked(forms, language).items():
            for word in words:
                by_key[word, language].add(code)
    for one in asked:
        keys = one.likely | {
            (found, language)
            for language, forms in analysis.in_any_language(one.word)
            for form in forms
            for found in (form, *shortened(form))
        }
        for code in sorted({code for key in keys for code in by_key.get(key, ())}):
            one.concepts.add(code)
            one.add(CONCEPT_SHARE, (f"{CONCEPT}{code}", ANY))
            for step, lead in enumerate(known.leads.get(code, ())):
                share = LEAD_SHARE * NEXT_LEAD**step
                one.add(share, (f"{CONCEPT}{lead}", ANY))
            for term_id in known.terms.get(code, ()):
                one.terms.add((f"{TERM}{term_id}", ANY))


def to_mark(asked: list[Asked], language: str) -> Iterator[str]:
    return (
        word
        for one in asked
        for keys, share in one.stands_for.items()
        if share > AKIN_SHARE
        for word, spoken in keys
        if spoken == language
    )
