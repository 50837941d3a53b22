"""Consent: what nobody objects to is agreed."""

from collections import Counter
from collections.abc import Mapping, Sequence

from portal.ballots.tallies.outcomes import Figure, Row, Verdict, Verdicts, places, rows
from portal.ballots.tallies.terms import Consent

BETTER = [Verdict.SILENT, Verdict.BLOCKED, Verdict.CONDITIONS, Verdict.AGREED]


def consent(
    ballots: Sequence[Mapping[int, Consent]], options: Sequence[int]
) -> tuple[tuple[Row, ...], tuple[int, ...], Verdicts]:
    """One objection blocks, one "if" makes it agreed with conditions.

    A concern is heard and stops nothing. Options of one verdict share a place.
    """
    said: dict[int, Counter[Consent]] = {option: Counter() for option in options}
    for ballot in ballots:
        for option, word in ballot.items():
            said[option][word] += 1
    verdicts = {option: verdict(words) for option, words in said.items()}
    figures: dict[int, Mapping[str, Figure]] = {
        option: {
            "agree": words[Consent.AGREE],
            "agree_if": words[Consent.AGREE_IF],
            "concern": words[Consent.CONCERN],
            "object": words[Consent.OBJECT],
            "silent": len(ballots) - words.total(),
        }
        for option, words in said.items()
    }
    order = places({option: BETTER.index(found) for option, found in verdicts.items()})
    agreed = (option for option in options if verdicts[option] == Verdict.AGREED)
    return rows(order, figures), tuple(agreed), Verdicts(verdicts)


def verdict(words: Counter[Consent]) -> Verdict:
    if words[Consent.OBJECT]:
        return Verdict.BLOCKED
    if words[Consent.AGREE_IF]:
        return Verdict.CONDITIONS
    return Verdict.AGREED if words.total() else Verdict.SILENT
