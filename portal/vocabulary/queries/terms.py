"""The vocabulary as one thing to look things up in, kept until it changes."""

from collections import defaultdict
from dataclasses import dataclass, field

from portal.memory import remembered
from portal.vocabulary.models import Scheme, Term, TermSource, TermText

CHANGES = "vocabulary"


@dataclass(frozen=True)
class Word:
    """A term in all its languages."""

    id: int
    scheme: Scheme
    code: str
    labels: dict[str, str] = field(default_factory=dict)
    doors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    words: dict[int, Word]
    schemes: dict[Scheme, dict[str, Word]]
    sources: dict[str, list[Word]]

    def of(self, scheme: str) -> dict[str, Word]:
        """The terms of one scheme by their code, in their order."""
        return self.schemes.get(Scheme(scheme), {})

    def label(self, scheme: str, code: str, language: str) -> str:
        return self.of(scheme)[code].labels[language]


@remembered(CHANGES)
def vocabulary() -> Vocabulary:
    labels: dict[int, dict[str, str]] = defaultdict(dict)
    doors: dict[int, dict[str, str]] = defaultdict(dict)
    for text in TermText.select():
        labels[text.term][text.language] = text.label
        if text.door:
            doors[text.term][text.language] = text.door
    words = {
        term.id: Word(term.id, term.scheme, term.code, labels[term.id], doors[term.id])
        for term in Term.select().order_by(Term.scheme, Term.position)
    }
    schemes: dict[Scheme, dict[str, Word]] = defaultdict(dict)
    for word in words.values():
        schemes[word.scheme][word.code] = word
    sources: dict[str, list[Word]] = defaultdict(list)
    for source in TermSource.select():
        sources[source.uri].append(words[source.term])
    return Vocabulary(words, dict(schemes), dict(sources))
