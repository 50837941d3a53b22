"""Things as links name them: whether they are there, what they are called, where."""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import add
from typing import Any

from peewee import Cast

from portal.agreement.models import DefinitionCard
from portal.ballots.models import Poll
from portal.db import tuples
from portal.directory.models import ServiceVersion
from portal.groups.models import GroupDecision
from portal.pilots.models import Pilot, Selection
from portal.practices.models import Practice
from portal.proposals.models import Answer, Proposal
from portal.reports.models import Phenomenon, Report
from portal.threads import things
from portal.threads.things import End
from portal.workshops.models import Workshop

MODELS: dict[str, Any] = {
    things.REPORT: Report,
    things.PHENOMENON: Phenomenon,
    things.PROPOSAL: Proposal,
    things.WORKSHOP: Workshop,
    things.POLL: Poll,
    things.ANSWER: Answer,
    things.PILOT: Pilot,
    things.SELECTION: Selection,
    things.PRACTICE: Practice,
    things.DECISION: GroupDecision,
    things.DEFINITION: DefinitionCard,
    things.SERVICE_VERSION: ServiceVersion,
}


def are_there(ends: Iterable[End]) -> set[End]:
    """Those of these that have not been taken away. One statement."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for kind, key in ends:
        if kind in MODELS:
            wanted[kind].append(key)
    asked = [
        model.select(Cast(kind, "text"), model.id).where(model.id.in_(ids))
        for kind, ids in wanted.items()
        for model in [MODELS[kind]]
    ]
    return {End(*row) for row in tuples(reduce(add, asked))} if asked else set()
