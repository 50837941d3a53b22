"""What people call things: synonym groups, kept until one changes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from portal.db import tuples
from portal.i18n import LANGUAGES
from portal.memory import remembered
from portal.vocabulary import models
from portal.vocabulary.models import ConceptLead, ConceptTerm, ConceptWord
from portal.web import tag

CONCEPTS = "concepts"

Phrases = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Concept:
    """One thing by its words and phrases in each language, and by the ids of its
    terms. The `hidden` ones are matched and never shown; `leads` are the codes of
    concepts that help, best first."""

    code: str
    terms: tuple[int, ...]
    words: Phrases
    hidden: Phrases
    leads: tuple[str, ...] = ()
    removed: bool = False

    @property
    def state(self) -> str:
        """A short name for the group exactly as it is."""
        return tag(self.code, self.terms, *self._sorted(), self.leads, self.removed)

    def _sorted(self) -> list[list[tuple[str, tuple[str, ...]]]]:
        return [sorted(self.words.items()), sorted(self.hidden.items())]

    def name(self, language: str) -> tuple[str, str]:
        """The word it is called by, in the language asked for or, marked, another."""
        for found in (self.words, self.hidden):
            for code in (language, *LANGUAGES):
                if found.get(code):
                    return found[code][0], code
        return self.code, language

    @property
    def every(self) -> Phrases:
        """All the phrases of each language, shown or not."""
        return {
            language: self.words.get(language, ()) + self.hidden.get(language, ())
            for language in {**self.words, **self.hidden}
        }


@remembered(CONCEPTS)
def concepts() -> tuple[Concept, ...]:
    """Every concept in use, in the order of their codes."""
    return read_concepts(models.Concept.select().where(~models.Concept.removed))


def holding(asked: str, language: str) -> list[Concept]:
    """The concepts in use with these letters in a phrase, by their names; first those
    with a word that begins with them."""
    letters = asked.casefold()
    found: list[tuple[bool, str, str, Concept]] = []
    for one in concepts():
        phrases = [
            f" {phrase}".casefold() for kept in one.every.values() for phrase in kept
        ]
        if any(letters in phrase for phrase in phrases):
            begins = any(f" {letters}" in phrase for phrase in phrases)
            name = one.name(language)[0].casefold()
            found.append((not begins, name, one.code, one))
    return [one for *_order, one in sorted(found, key=itemgetter(0, 1, 2))]


def removed_concepts() -> tuple[Concept, ...]:
    """Those that were deleted and can be brought back."""
    return read_concepts(models.Concept.select().where(models.Concept.removed))


def concept(code: str) -> Concept | None:
    """One concept as it stands in the database now, in use or removed."""
    rows = models.Concept.select().where(models.Concept.code == code)
    return next(iter(read_concepts(rows)), None)


def read_concepts(rows: Iterable[models.Concept]) -> tuple[Concept, ...]:
    found = {row.id: row for row in rows}
    terms: dict[int, list[int]] = defaultdict(list)
    phrases: dict[tuple[int, bool], dict[str, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    asked_terms = ConceptTerm.select(ConceptTerm.concept, ConceptTerm.term).where(
        ConceptTerm.concept.in_(list(found))
    )
    leads: dict[int, list[str]] = defaultdict(list)
    for concept_id, code in tuples(
        ConceptLead.select(ConceptLead.concept, ConceptLead.code)
        .where(ConceptLead.concept.in_(list(found)))
        .order_by(ConceptLead.concept, ConceptLead.position)
    ):
        leads[concept_id].append(code)
    asked_words = ConceptWord.select(
        ConceptWord.concept,
        ConceptWord.search_only,
        ConceptWord.language,
        ConceptWord.word,
    ).where(ConceptWord.concept.in_(list(found)))
    for concept_id, term_id in tuples(asked_terms.order_by(ConceptTerm.term)):
        terms[concept_id].append(term_id)
    ordered = asked_words.order_by(ConceptWord.position, ConceptWord.id)
    for concept_id, search_only, language, word in tuples(ordered):
        phrases[concept_id, bool(search_only)][language].append(word)
    return tuple(
        Concept(
            row.code,
            tuple(terms[row.id]),
            frozen(phrases[row.id, False]),
            frozen(phrases[row.id, True]),
            tuple(leads[row.id]),
            row.removed,
        )
        for row in sorted(found.values(), key=lambda row: row.code)
    )


def frozen(found: dict[str, list[str]]) -> Phrases:
    return {language: tuple(words) for language, words in found.items()}
