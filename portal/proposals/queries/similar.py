"""Proposals on the same board that speak of the same things, in whichever language."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from math import log, sqrt
from time import monotonic

from portal.db import bare, version
from portal.proposals.models import Proposal, State
from portal.proposals.queries.boards import Slip, slips_of
from portal.proposals.wording import Wording
from portal.search.analysis import bases, folded, parts, words
from portal.search.concepts import CHANGES, CONCEPT, phrases
from portal.search.empty_words import EVERYWHERE, WEAK
from portal.workshops.models import Participant

MOST = 3
LEAST_ALIKE = 0.2
FEWEST_WORDS = 2
"""One word that two proposals share says nothing yet."""
LONGEST_READ = 2000
HEAVY = 100
SECONDS_KNOWN = 600

Words = frozenset[str]


def similar(
    workshop_id: int, wording: Wording, language: str, me: Participant | None
) -> list[Slip]:
    """The few proposals on the board that are most like these words, best first."""
    known = version(CHANGES)
    mine = meant(joined(wording), language, known)
    if len(mine) < FEWEST_WORDS:
        return []
    board = {
        number: meant(f"{suggestion} {problem} {helps}", spoken, known)
        for number, spoken, suggestion, problem, helps in bare(
            Proposal.select(
                Proposal.id,
                Proposal.language,
                Proposal.suggestion,
                Proposal.problem,
                Proposal.helps,
            ).where(Proposal.workshop == workshop_id, Proposal.state == State.PUBLISHED)
        )
    }
    found = most_like(mine, board, holders_of(board))
    shown = {slip.id: slip for slip in slips_of(found, me)} if found else {}
    return [shown[number] for number in found if number in shown]


def similar_among(
    waiting: Iterable[tuple[Proposal, Wording]], on_boards: Sequence[Proposal]
) -> dict[int, list[int]]:
    """For each that waits, with the words it is to have, the few of its board that are
    most like it, by number. What concepts mean may be some minutes old here, so that
    a queue that is opened again and again need not ask."""
    known = -int(monotonic() // SECONDS_KNOWN)
    boards: dict[int, dict[int, Words]] = defaultdict(dict)
    for row in on_boards:
        words = meant(joined(Wording.of(row)), row.language, known)
        boards[row.workshop][row.id] = words
    holders = {workshop: holders_of(board) for workshop, board in boards.items()}
    return {
        row.id: most_like(
            meant(joined(wording), row.language, known),
            {
                number: held
                for number, held in boards[row.workshop].items()
                if number != row.id
            },
            holders[row.workshop],
        )
        for row, wording in waiting
        if row.workshop in holders
    }


def holders_of(board: Mapping[int, Words]) -> Counter[str]:
    """How many of a board's proposals hold each word."""
    return Counter(word for held in board.values() for word in held)


def most_like(
    mine: Words, board: Mapping[int, Words], holders: Counter[str]
) -> list[int]:
    """The numbers of the few that are most like these words, best first."""
    if len(mine) < FEWEST_WORDS:
        return []
    scores = alike(mine, board, holders)
    return nlargest(MOST, scores, key=lambda number: (scores[number], -number))


def alike(
    mine: Words, board: Mapping[int, Words], holders: Counter[str] | None = None
) -> dict[int, float]:
    """How like each of a board's proposals is, where it is like enough: a word counts
    the more the fewer proposals hold it."""
    holders = holders_of(board) if holders is None else holders
    size = len(board) + 1

    def told(some: Words) -> float:
        return sum(log(1 + size / (1 + holders[word])) for word in some)

    total = told(mine)
    scores = {
        number: told(shared) / sqrt(total * told(held))
        for number, held in board.items()
        if len(shared := mine & held) >= FEWEST_WORDS
    }
    return {number: score for number, score in scores.items() if score >= LEAST_ALIKE}


def joined(wording: Wording) -> str:
    return f"{wording.suggestion} {wording.problem} {wording.helps}"[:LONGEST_READ]


@lru_cache(maxsize=10_000)
def meant(text: str, language: str, _known: int) -> Words:
    """The base forms of the telling words of a text, what they are put together of, and
    the concepts it speaks of, which are the same in every language."""
    forms = {
        base
        for word in words(text)
        if word not in EVERYWHERE
        for base in bases(word, language)
        if base not in WEAK[language]
    }
    pieces = {piece for base in forms for piece in parts(base, language)}
    concepts = phrases().concepts_in(dict.fromkeys(forms | pieces, HEAVY), language)
    return frozenset(
        {folded(word) for word in forms | pieces}
        | {f"{CONCEPT}{code}" for code in concepts}
    )
