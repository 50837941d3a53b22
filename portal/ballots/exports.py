"""A result as files: rows for a spreadsheet, and JSON. Nothing stands in them that is
not on the page."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from flask_babel import gettext as _

from portal.ballots.labels import FIGURES
from portal.ballots.queries.results import Line, Result
from portal.ballots.tallies import record
from portal.ballots.tallies.outcomes import Figure
from portal.workshops.labels import VOICES

DIGITS = 4


def header(result: Result) -> list[object]:
    first: list[object] = [_("Place"), _("Number"), _("Proposal"), _("Won")]
    if result.handful:
        return first
    names = list(result.lines[0].figures) if result.lines else []
    totals = [FIGURES[name] for name in names]
    by_voice = [
        f"{VOICES[group.voice]} ({group.voters}): {FIGURES[name]}"
        for group in result.groups
        for name in names
    ]
    return [*first, *totals, *by_voice]


def rows(result: Result) -> list[list[object]]:
    if result.handful:
        return [[1, *named(line)] for line in result.lines if line.won]
    return [[line.place, *named(line), *figures(result, line)] for line in result.lines]


def named(line: Line) -> list[object]:
    won = _("yes") if line.won else _("no")
    return [line.choice.id, line.choice.title, won]


def figures(result: Result, line: Line) -> list[object]:
    told = [line.figures, *(group.figures[line.choice.id] for group in result.groups)]
    return [plain(figures[name]) for figures in told for name in line.figures]


def plain(figure: Figure) -> float | int | None:
    return round(float(figure), DIGITS) if isinstance(figure, Fraction) else figure


def document(result: Result) -> dict[str, Any]:
    """As the JSON file has it; docs/vote-results.md says what each part is."""
    poll = result.poll.poll
    told = {
        "vote": result.poll.id,
        "title": result.poll.title,
        "language": result.poll.language,
        "method": poll.method.value,
        "electors": result.electors,
        "ballots": result.ballots,
        "paper_missing": result.paper_missing,
        "winners": list(result.tally.winners),
    }
    if result.handful:
        won = [line.choice for line in result.lines if line.won]
        options = [{"id": one.id, "title": one.title} for one in won]
        return {**told, "options": options}
    return {
        **told,
        "blank": result.tally.blank,
        "list_sha256": poll.digest,
        "options": [
            {
                "id": line.choice.id,
                "title": line.choice.title,
                "language": line.choice.language,
                "proposal": line.choice.proposal,
                "place": line.place,
                "figures": exact(line.figures),
            }
            for line in result.lines
        ],
        "withdrawn": [choice.id for choice in result.withdrawn],
        "working": record.write(result.tally.working),
        "voices": {
            group.voice.value: {
                "ballots": group.voters,
                "figures": {
                    str(option): exact(found) for option, found in group.figures.items()
                },
            }
            for group in result.groups
        },
        "ways": {way.value: voters for way, voters in result.ways},
    }


def exact(figures: Mapping[str, Figure]) -> dict[str, int | list[int] | None]:
    return {
        name: [value.numerator, value.denominator]
        if isinstance(value, Fraction)
        else value
        for name, value in figures.items()
    }
