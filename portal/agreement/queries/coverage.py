"""Which needs are met where, in which language and by which way of meeting."""

from dataclasses import dataclass

from portal.directory.queries.areas import municipalities
from portal.directory.queries.shelf import Shelf, shelf
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary

NARROWING = (Scheme.LANGUAGE, Scheme.CHANNEL)


@dataclass(frozen=True)
class Choice:
    """A language or a channel to narrow by, and how many cells it leaves empty."""

    word: Word
    gaps: int
    chosen: bool


@dataclass(frozen=True)
class Coverage:
    """`cells` counts the services for each need in each municipality."""

    needs: list[Word]
    areas: list[Word]
    cells: dict[tuple[str, str], int]
    choices: dict[Scheme, list[Choice]]
    chosen: dict[Scheme, Word]

    @property
    def empty(self) -> int:
        return list(self.cells.values()).count(0)

    @property
    def gaps(self) -> list[tuple[Word, list[Word]]]:
        """The needs that nobody meets somewhere, and where."""
        where = {
            need.code: [a for a in self.areas if not self.cells[need.code, a.code]]
            for need in self.needs
        }
        return [(n, where[n.code]) for n in self.needs if where[n.code]]


def coverage(wanted: dict[Scheme, str]) -> Coverage:
    """The table, narrowed to a code of each scheme in `wanted`. A code that is not
    in the vocabulary is left out."""
    words = vocabulary()
    seen = shelf()
    chosen = {
        scheme: words.of(scheme)[code]
        for scheme, code in wanted.items()
        if code in words.of(scheme)
    }
    cells = counted(seen, chosen)
    choices = {
        scheme: [
            Choice(
                word,
                list(counted(seen, {**chosen, scheme: word}).values()).count(0),
                chosen.get(scheme) == word,
            )
            for word in words.of(scheme).values()
        ]
        for scheme in NARROWING
    }
    return Coverage(
        list(words.of(Scheme.NEED).values()),
        list(municipalities(words).values()),
        cells,
        choices,
        chosen,
    )


def counted(seen: Shelf, chosen: dict[Scheme, Word]) -> dict[tuple[str, str], int]:
    """How many services there are for each need in each municipality."""
    words = vocabulary()
    within = seen.regional
    for scheme, word in chosen.items():
        within = within & seen.tagged[scheme][word.code]
    areas = {
        code: within & seen.tagged[Scheme.AREA][code] for code in municipalities(words)
    }
    return {
        (need, code): int((here & seen.tagged[Scheme.NEED][need]).sum())
        for need in words.of(Scheme.NEED)
        for code, here in areas.items()
    }
