"""Which concepts of the vocabulary a text or a question speaks of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from sys import intern

from portal.db import bare, bump, tuples
from portal.i18n import LANGUAGES
from portal.memory import remembered
from portal.search.analysis import phrase
from portal.search.models import Phrase
from portal.search.places import in_parts
from portal.search.spellings import Spellings, spellings
from portal.vocabulary.models import Concept, ConceptLead, ConceptTerm
from portal.vocabulary.queries import concepts

CONCEPT, TERM = "#", "@"
"""What the words begin with that stand for a concept or for a term."""
CHANGES = "phrases"
NOTHING_HEAVIER = 1000
LEAST_OF_SEVERAL = 6
"""Several words far apart in a long text are no phrase."""
ROWS_AT_ONCE = 500

Words = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Phrases:
    """Every phrase by language and by one of its words, so that few are looked at."""

    by_word: dict[tuple[str, str], list[tuple[str, Words]]]
    terms: dict[str, list[int]]
    leads: dict[str, list[str]]
    unmarked: dict[str, Spellings]
    """The words of phrases in each language."""

    @cached_property
    def by_concept(self) -> dict[tuple[str, str], set[Words]]:
        """Only for those that write the index."""
        found: dict[tuple[str, str], set[Words]] = defaultdict(set)
        for (language, _word), told in self.by_word.items():
            for code, words in told:
                found[code, language].add(words)
        return dict(found)

    def knows(self, word: str, language: str) -> bool:
        return self.unmarked[language].knows(word)

    def concepts_in(self, weights: Mapping[str, int], language: str) -> dict[str, int]:
        """The concepts that a text speaks of: a phrase weighs as the lightest of its
        words does."""
        found: dict[str, int] = {}
        for word in weights:
            for code, words in self.by_word.get((language, word), ()):
                if len(words) > 1 and any(map(weights.keys().isdisjoint, words)):
                    continue
                if weight := weight_of(words, weights):
                    found[code] = max(weight, found.get(code, 0))
        return found

    def of(self, code: str, language: str) -> list[Words]:
        """The phrases of one concept."""
        return sorted(self.by_concept.get((code, language), ()))

    def asked(self, bases: Collection[str], language: str) -> dict[str, set[str]]:
        """The concepts that a question speaks of, each with the words it is made
        out by."""
        found: dict[str, set[str]] = defaultdict(set)
        for word in bases:
            for code, words in self.by_word.get((language, word), ()):
                held = [[base for base in any_of if base in bases] for any_of in words]
                if all(held):
                    found[code].update(*held)
        return found


def weight_of(words: Words, weights: Mapping[str, int]) -> int:
    """What a phrase weighs in a text: as much as the lightest of its words."""
    lightest = NOTHING_HEAVIER
    for bases in words:
        heaviest = max([weights.get(base, 0) for base in bases])
        if not heaviest:
            return 0
        lightest = min(lightest, heaviest)
    return lightest if len(words) == 1 or lightest >= LEAST_OF_SEVERAL else 0


@remembered(CHANGES)
def phrases() -> Phrases:
    by_word = read()
    return Phrases(by_word, terms(), leads(), unmarked(by_word))


def unmarked(
    by_word: Mapping[tuple[str, str], list[tuple[str, Words]]],
) -> dict[str, Spellings]:
    found: dict[str, set[str]] = {code: set() for code in LANGUAGES}
    for (language, _word), told in by_word.items():
        for _code, words in told:
            found[language].update(chain.from_iterable(words))
    return {
        code: spellings((base, base) for base in bases) for code, bases in found.items()
    }


def read() -> dict[tuple[str, str], list[tuple[str, Words]]]:
    bases_of = cache(lambda line: tuple(map(intern, line.split(" "))))
    told = [
        (intern(code), intern(language), tuple(map(bases_of, written.split("\n"))))
        for code, language, written in bare(
            Phrase.select(Phrase.concept, Phrase.language, Phrase.words).order_by(
                Phrase.id
            )
        )
    ]
    often = Counter(
        (language, bases[0]) for _code, language, words in told for bases in words
    )
    found: dict[tuple[str, str], list[tuple[str, Words]]] = defaultdict(list)
    for code, language, words in told:
        rarest = min(words, key=lambda bases: often[language, bases[0]])
        for base in rarest:
            found[language, base].append((code, words))
    return dict(found)


def terms() -> dict[str, list[int]]:
    """The terms that each concept belongs to."""
    found: dict[str, list[int]] = defaultdict(list)
    for code, term_id in tuples(
        Concept.select(Concept.code, ConceptTerm.term).join(ConceptTerm)
    ):
        found[code].append(term_id)
    return dict(found)


def leads() -> dict[str, list[str]]:
    """The concepts that each concept leads to, best first."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, lead in tuples(
        Concept.select(Concept.code, ConceptLead.code)
        .join(ConceptLead)
        .where(~Concept.removed)
        .order_by(ConceptLead.concept, ConceptLead.position)
    ):
        found[code].append(lead)
    return dict(found)


def analyse(codes: Iterable[str]) -> None:
    """Analyse the phrases of these concepts anew."""
    bump(CHANGES)
    known = {concept.code: concept for concept in concepts()}
    rows = set()
    for code in codes:
        Phrase.delete().where(Phrase.concept == code).execute()
        if concept := known.get(code):
            rows |= {
                (code, language, written(words))
                for language, texts in concept.every.items()
                for text in texts
                if (words := phrase(text, language))
            }
    for some in in_parts(sorted(rows), ROWS_AT_ONCE):
        fields = [Phrase.concept, Phrase.language, Phrase.words]
        Phrase.insert_many(some, fields=fields).execute()


def written(words: Words) -> str:
    return "\n".join(" ".join(bases) for bases in words)
