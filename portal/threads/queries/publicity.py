"""What everybody may see: of the things that threads lead through, and of threads."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import add, or_
from typing import Any

from peewee import Cast, Expression, fn

from portal.agreement.models import CardState, DefinitionCard
from portal.ballots.models import Poll, PollState
from portal.db import tuples
from portal.directory.models import ServiceText, ServiceVersion, TextState
from portal.groups.models import Group, GroupDecision
from portal.groups.queries.publicity import is_public as group_is_public
from portal.pilots.models import Pilot, Selection
from portal.pilots.queries.publicity import is_public as pilot_is_public
from portal.pilots.queries.publicity import selection_is_public
from portal.practices.models import Practice
from portal.practices.queries.texts import is_published
from portal.proposals.models import Answer, Proposal, State
from portal.proposals.queries.proposals import PUBLIC
from portal.reports.models import Phenomenon, Report, ReportState
from portal.reports.queries.publicity import is_public as phenomenon_is_public
from portal.threads import things
from portal.threads.models import Thread
from portal.threads.things import End
from portal.workshops.models import Workshop
from portal.workshops.queries import in_public

CLOSED = (PollState.OPEN, PollState.CLOSED)


def reports() -> Any:
    """A report is known of by its phenomenon only."""
    return (
        Report.select(Report.id)
        .join(Phenomenon)
        .where(Report.state == ReportState.DE_IDENTIFIED, phenomenon_is_public())
    )


def proposals() -> Any:
    return (
        Proposal.select(Proposal.id)
        .join(Workshop)
        .where(Proposal.state.in_(list(PUBLIC)), in_public())
    )


def answers() -> Any:
    return (
        Answer.select(Answer.id)
        .join(Proposal)
        .join(Workshop)
        .where(Proposal.state == State.PUBLISHED, in_public())
    )


def polls() -> Any:
    return (
        Poll.select(Poll.id).join(Workshop).where(Poll.state.in_(CLOSED), in_public())
    )


def decisions() -> Any:
    return GroupDecision.select(GroupDecision.id).join(Group).where(group_is_public())


def service_versions() -> Any:
    """Those of services that have a text in public."""
    return ServiceVersion.select(ServiceVersion.id).where(
        fn.EXISTS(
            ServiceText.select(ServiceText.id).where(
                ServiceText.service == ServiceVersion.service,
                ServiceText.state == TextState.PUBLISHED,
            )
        )
    )


SEEN: dict[str, Callable[[], Any]] = {
    things.REPORT: reports,
    things.PHENOMENON: lambda: Phenomenon.select(Phenomenon.id).where(
        phenomenon_is_public()
    ),
    things.PROPOSAL: proposals,
    things.WORKSHOP: lambda: Workshop.select(Workshop.id).where(in_public()),
    things.POLL: polls,
    things.ANSWER: answers,
    things.PILOT: lambda: Pilot.select(Pilot.id).where(pilot_is_public()),
    things.SELECTION: lambda: Selection.select(Selection.id).where(
        selection_is_public()
    ),
    things.PRACTICE: lambda: Practice.select(Practice.id).where(
        is_published(Practice.id)
    ),
    things.DECISION: decisions,
    things.DEFINITION: lambda: DefinitionCard.select(DefinitionCard.id).where(
        DefinitionCard.state == CardState.PUBLISHED
    ),
    things.SERVICE_VERSION: service_versions,
}
"""By kind the ids of the things that everybody may know of."""


def is_public() -> Expression:
    """Condition over `Thread`: it is told to all, and so is what it starts from."""
    begun: Expression = reduce(
        or_,
        (
            (Thread.kind == kind) & Thread.item_id.in_(seen())
            for kind, seen in SEEN.items()
        ),
    )
    return (Thread.public == True) & begun  # noqa: E712


def public(ends: Iterable[End]) -> set[End]:
    """Those of these that everybody may know of. One statement."""
    wanted: dict[str, list[int]] = {}
    for kind, key in ends:
        wanted.setdefault(kind, []).append(key)
    asked = [
        seen.where(column.in_(ids)).select(Cast(kind, "text"), column)
        for kind, ids in wanted.items()
        if kind in SEEN
        for seen in [SEEN[kind]()]
        for column in [seen.model.id]
    ]
    return {End(*row) for row in tuples(reduce(add, asked))} if asked else set()
