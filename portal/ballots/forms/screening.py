"""Screening reasons when a ballot is cast. Ballots are secret and sealed: nobody knows
whose a reason is, so signs of danger open no case then. The page with the receipt shows
whom to call, and nothing is kept of it. When the vote has closed and reasons are taken
out of the ballots, each is screened anew, and its case is urgent then."""

from collections.abc import Iterable
from itertools import groupby

from portal.screening.findings import Finding
from portal.screening.forms import sentences
from portal.screening.screen import personal, screen

Reasons = dict[str, tuple[str, str, str]]


def found_in(reasons: Reasons) -> tuple[Finding, ...]:
    return screen({option: words for option, (_said, _in, words) in reasons.items()})


def told(reasons: Reasons, findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """By the id of the field: what was found, and what to write instead."""
    return [
        (f"w{option}", sentence)
        for option, found in groupby(personal(findings), key=lambda one: one.field)
        for sentence in sentences(reasons[option][2], list(found))
    ]
