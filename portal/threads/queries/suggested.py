"""What may have come of a thing, from what is joined or decided already."""

from collections.abc import Callable, Iterable
from functools import partial, reduce
from operator import add
from typing import Any

from peewee import Cast, fn

from portal.ballots.models import Poll, PollOption
from portal.db import tuples
from portal.directory.models import KIND as SERVICE
from portal.directory.models import ServiceVersion
from portal.links.queries import linked
from portal.pilots.models import Candidate, Pilot
from portal.proposals.models import Answer, Proposal
from portal.reports.models import Report
from portal.threads import things
from portal.threads.models import Outcome
from portal.threads.outcomes import Graph
from portal.threads.things import End

Row = Callable[[Any], tuple[Any, ...]]
Lead = tuple[Outcome, str, Callable[[Row, int], Any]]
"""How one leads to the other, of which kind it is, and the query of its ids."""


def along(start: Any, end: Any) -> Callable[[Row, int], Any]:
    """From one column of a row to another of it."""
    return lambda row, key: end.model.select(*row(end)).where(start == key)


LEADS: dict[str, list[Lead]] = {
    things.REPORT: [
        (Outcome.LED_TO, things.PHENOMENON, along(Report.id, Report.phenomenon))
    ],
    things.PROPOSAL: [
        (Outcome.LED_TO, things.WORKSHOP, along(Proposal.id, Proposal.workshop)),
        (Outcome.LED_TO, things.PROPOSAL, along(Proposal.id, Proposal.merged_into)),
        (Outcome.DECIDED_IN, things.POLL, along(PollOption.proposal, PollOption.poll)),
        (Outcome.ANSWERED_BY, things.ANSWER, along(Answer.proposal, Answer.id)),
    ],
    things.WORKSHOP: [
        (Outcome.DECIDED_IN, things.POLL, along(Poll.workshop, Poll.id)),
        (
            Outcome.ANSWERED_BY,
            things.ANSWER,
            lambda row, key: (
                Answer.select(*row(Answer.id))
                .join(Proposal)
                .where(Proposal.workshop == key)
            ),
        ),
    ],
    things.POLL: [
        (
            Outcome.ANSWERED_BY,
            things.ANSWER,
            lambda row, key: (
                Answer.select(*row(Answer.id))
                .join(PollOption, on=PollOption.proposal == Answer.proposal)
                .where(PollOption.poll == key)
            ),
        )
    ],
    things.ANSWER: [
        (Outcome.CHANGED, things.SERVICE_VERSION, along(Answer.id, Answer.version))
    ],
    things.PRACTICE: [
        (Outcome.TRIED_IN, things.PILOT, along(Pilot.practice, Pilot.id))
    ],
    things.PILOT: [
        (
            Outcome.DECIDED_IN,
            things.SELECTION,
            along(Candidate.pilot, Candidate.selection),
        ),
        (Outcome.LED_TO, things.PRACTICE, along(Pilot.id, Pilot.practice)),
    ],
    things.SELECTION: [
        (
            Outcome.LED_TO,
            things.PRACTICE,
            lambda row, key: (
                Pilot.select(*row(Pilot.practice))
                .join(Candidate, on=Candidate.pilot == Pilot.id)
                .where(Candidate.selection == key)
            ),
        )
    ],
}
WAYS = {
    things.PILOT: Outcome.TRIED_IN,
    things.POLL: Outcome.DECIDED_IN,
    things.SELECTION: Outcome.DECIDED_IN,
    things.DECISION: Outcome.DECIDED_IN,
    things.ANSWER: Outcome.ANSWERED_BY,
    things.SERVICE_VERSION: Outcome.CHANGED,
}
"""How one usually comes to a thing of this kind."""


def suggested(kept: Graph, start: End) -> list[tuple[Outcome, End]]:
    """What is not joined yet and would lead round in no circle. Three statements."""
    joined = linked(start.kind, start.id)
    beside = [End(kind, key) for kind in things.KINDS for key in joined.get(kind, ())]
    wanted = dict.fromkeys(
        [
            *led(start),
            *((way(end), end) for end in beside),
            *(
                (Outcome.CHANGED, end)
                for end in newest_versions(joined.get(SERVICE, ()))
            ),
        ]
    )
    taken = {joint.end for joint in kept.ahead.get(start, ())} | kept.before(start)
    first: dict[End, Outcome] = {}
    for outcome, end in wanted:
        if end not in taken:
            first.setdefault(end, outcome)
    return [(outcome, end) for end, outcome in first.items()]


def way(end: End) -> Outcome:
    return WAYS.get(end.kind, Outcome.LED_TO)


def led(start: End) -> list[tuple[Outcome, End]]:
    asked = [
        lead(partial(row_of, outcome, kind), start.id)
        for outcome, kind, lead in LEADS.get(start.kind, ())
    ]
    return [
        (Outcome(outcome), End(kind, key))
        for outcome, kind, key in (tuples(reduce(add, asked)) if asked else ())
        if key is not None
    ]


def row_of(outcome: Outcome, kind: str, key: Any) -> tuple[Any, ...]:
    return Cast(outcome.value, "text"), Cast(kind, "text"), key


def newest_versions(services: Iterable[int]) -> list[End]:
    """The last version of each of these services. One statement."""
    ids = list(services)
    if not ids:
        return []
    newest = (
        ServiceVersion.select(fn.MAX(ServiceVersion.id))
        .where(ServiceVersion.service.in_(ids))
        .group_by(ServiceVersion.service)
    )
    return [End(things.SERVICE_VERSION, key) for (key,) in tuples(newest)]
