"""What changes of the common work: what was answered, tried, decided and done."""

from functools import reduce
from operator import or_
from typing import Any

from peewee import Expression, fn

from portal.costs.models import KIND as STUDY
from portal.costs.models import CostStudy
from portal.costs.queries.publicity import is_public as study_is_public
from portal.groups.models import (
    DECISION,
    OPEN_QUESTION,
    DecisionState,
    Group,
    GroupDecision,
    OpenQuestion,
)
from portal.groups.queries.publicity import is_public as group_is_public
from portal.groups.queries.publicity import question_is_public
from portal.pilots.models import KIND as PILOT
from portal.pilots.models import Pilot, PilotStep, Selection
from portal.pilots.queries.publicity import is_public as pilot_is_public
from portal.pilots.queries.publicity import selection_is_public
from portal.practices.models import PracticeTag
from portal.proposals.models import Answer, Proposal, ProposalTheme, State
from portal.reports.models import KIND as PHENOMENON
from portal.reports.models import Phenomenon, PhenomenonStep, Progress
from portal.reports.queries.publicity import is_public as phenomenon_is_public
from portal.threads.changing import Sort, tagged
from portal.threads.models import KIND as THREAD
from portal.threads.models import Thread
from portal.threads.queries.publicity import is_public as thread_is_public
from portal.threads.things import ANSWER, SELECTION
from portal.workshops.models import Workshop
from portal.workshops.queries import in_public

TOLD_OF = (Progress.ANSWERED, Progress.ACTED_ON, Progress.EFFECT_FOLLOWED)


def answers() -> Any:
    return (
        Answer.select()
        .join(Proposal)
        .join(Workshop)
        .where(Proposal.state == State.PUBLISHED, in_public())
    )


def steps_that_hold() -> Any:
    """How far public phenomena have come, each step the first time: what was gone back
    on is no change."""
    earlier = PhenomenonStep.alias()
    again = earlier.select(earlier.id).where(
        earlier.phenomenon == PhenomenonStep.phenomenon,
        earlier.progress == PhenomenonStep.progress,
        earlier.id < PhenomenonStep.id,
    )
    holds: list[Expression] = [
        (PhenomenonStep.progress == told) & Phenomenon.progress.in_(TOLD_OF[place:])
        for place, told in enumerate(TOLD_OF)
    ]
    return (
        PhenomenonStep.select()
        .join(Phenomenon)
        .where(phenomenon_is_public(), reduce(or_, holds), ~fn.EXISTS(again))
    )


OF_PROPOSALS = tagged(Answer.proposal, ProposalTheme.theme, ProposalTheme.proposal)

WORK = (
    Sort(
        "phenomenon",
        PHENOMENON,
        steps_that_hold,
        PhenomenonStep.id,
        PhenomenonStep.phenomenon,
        PhenomenonStep.on,
        code=PhenomenonStep.progress,
    ),
    Sort(
        "pilot",
        PILOT,
        lambda: PilotStep.select().join(Pilot).where(pilot_is_public()),
        PilotStep.id,
        PilotStep.pilot,
        PilotStep.on,
        code=PilotStep.state,
        note=PilotStep.note,
        language=PilotStep.language,
        themes=tagged(Pilot.practice, PracticeTag.term, PracticeTag.practice),
    ),
    Sort(
        "selection",
        SELECTION,
        lambda: Selection.select().where(
            selection_is_public(), Selection.decided_on.is_null(False)
        ),
        Selection.id,
        Selection.id,
        Selection.decided_on,
    ),
    Sort(
        "cost-study",
        STUDY,
        lambda: CostStudy.select().where(
            study_is_public(), CostStudy.published_on.is_null(False)
        ),
        CostStudy.id,
        CostStudy.id,
        CostStudy.published_on,
    ),
    Sort(
        "group-decision",
        DECISION,
        lambda: (
            GroupDecision.select()
            .join(Group)
            .where(
                group_is_public(),
                GroupDecision.state != DecisionState.OPEN,
                GroupDecision.settled_on.is_null(False),
            )
        ),
        GroupDecision.id,
        GroupDecision.id,
        GroupDecision.settled_on,
        code=GroupDecision.state,
    ),
    Sort(
        "open-question",
        OPEN_QUESTION,
        lambda: OpenQuestion.select().where(
            question_is_public(), OpenQuestion.answered_on.is_null(False)
        ),
        OpenQuestion.id,
        OpenQuestion.id,
        OpenQuestion.answered_on,
        themes=lambda term: OpenQuestion.theme == term,
    ),
    Sort(
        "answer",
        ANSWER,
        answers,
        Answer.id,
        Answer.id,
        Answer.answered_on,
        code=Answer.verdict,
        themes=OF_PROPOSALS,
    ),
    Sort(
        "answer-done",
        ANSWER,
        lambda: answers().where(Answer.done_on.is_null(False)),
        Answer.id,
        Answer.id,
        Answer.done_on,
        themes=OF_PROPOSALS,
    ),
    Sort(
        "thread",
        THREAD,
        lambda: Thread.select().where(thread_is_public()),
        Thread.id,
        Thread.id,
        Thread.updated_at,
        themes=lambda term: Thread.theme == term,
    ),
)
