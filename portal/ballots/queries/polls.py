"""Polls, and what one can choose in them."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from peewee import JOIN

from portal.accounts.models import Voice
from portal.ballots.models import (
    Ballot,
    Elector,
    Poll,
    PollOption,
    PollOptionText,
    PollState,
    PollText,
)
from portal.ballots.tallies import Option, Settings
from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.proposals.models import Proposal
from portal.workshops.models import Participant


@dataclass(frozen=True)
class Titled:
    """A poll and what it is called, in the language asked for or the one it names."""

    poll: Poll
    title: str
    note: str
    language: str

    @property
    def id(self) -> int:
        return int(self.poll.id)

    @property
    def settings(self) -> Settings:
        poll = self.poll
        return Settings(poll.dots, poll.most_dots, poll.top_score, poll.budget)


@dataclass(frozen=True)
class Choice:
    """An option as a voter reads it. `proposal` is its number, if it is one."""

    id: int
    title: str
    note: str
    language: str
    cost: int
    withdrawn: bool
    proposal: int | None
    voice: Voice | None

    @property
    def counted(self) -> Option:
        return Option(self.id, self.cost, self.withdrawn)


def poll(poll_id: int, language: str) -> Titled | None:
    found = Poll.get_or_none(Poll.id == poll_id)
    return titled([found], language)[0] if found else None


def polls(workshop_id: int, language: str, *, drafts: bool = False) -> list[Titled]:
    """The polls of a workshop in the order they were made."""
    these = Poll.workshop == workshop_id
    if not drafts:
        these &= Poll.state != PollState.DRAFT
    return titled(list(Poll.select().where(these).order_by(Poll.id)), language)


def open_polls(workshop_id: int, language: str) -> list[Titled]:
    these = (Poll.workshop == workshop_id) & (Poll.state == PollState.OPEN)
    return titled(list(Poll.select().where(these).order_by(Poll.id)), language)


def titled(found: Sequence[Poll], language: str) -> list[Titled]:
    texts: dict[int, dict[str, PollText]] = defaultdict(dict)
    for text in PollText.select().where(PollText.poll.in_([row.id for row in found])):
        texts[text.poll][text.language] = text
    named = []
    for row in found:
        text, spoken = in_language(texts[row.id], language)
        named.append(Titled(row, text.title, text.note, spoken))
    return named


def choices(poll_id: int, language: str) -> list[Choice]:
    """What can be chosen, in the order it was put down. Until the vote opens, a
    proposal says what it says now."""
    options = tuples(
        PollOption.select(
            PollOption.id,
            PollOption.cost,
            PollOption.withdrawn,
            PollOption.proposal,
            Proposal.voice,
            Proposal.suggestion,
            Proposal.problem,
            Proposal.language,
        )
        .join(Proposal, JOIN.LEFT_OUTER)
        .where(PollOption.poll == poll_id)
        .order_by(PollOption.position, PollOption.id)
    )
    texts: dict[int, dict[str, PollOptionText]] = defaultdict(dict)
    these = PollOptionText.option.in_([option for option, *_facts in options])
    for text in PollOptionText.select().where(these):
        texts[text.option][text.language] = text
    found = []
    for option, cost, withdrawn, proposal, voice, *now in options:
        if texts[option]:
            text, spoken = in_language(texts[option], language)
            said = (text.title, text.note, spoken)
        elif proposal:
            said = tuple(now)
        else:
            continue
        found.append(Choice(option, *said, cost, withdrawn, proposal, voice))
    return found


def shuffled(found: list[Choice], poll_id: int, who: object) -> list[Choice]:
    """In an order of chance that stays the same for one voter, so that no proposal
    is always the first."""
    order = random.Random(f"{poll_id}:{who}")  # noqa: S311  nothing secret
    return order.sample(found, len(found))


def elector(poll_id: int, participant: Participant) -> Elector | None:
    these = (Elector.poll == poll_id) & (Elector.participant == participant.id)
    return Elector.get_or_none(these)


def cast(poll_id: int) -> int:
    """How many ballots are in the box."""
    return int(Ballot.select().where(Ballot.poll == poll_id).count())


def texts(poll_id: int) -> dict[str, tuple[str, str]]:
    """Title and note of a poll in every language it has."""
    found = PollText.select().where(PollText.poll == poll_id)
    return {text.language: (text.title, text.note) for text in found}


def electors(poll_id: int) -> int:
    return int(Elector.select().where(Elector.poll == poll_id).count())


def not_admitted(poll_id: int, workshop_id: int) -> int:
    """How many have joined since the vote was opened, and may not vote yet."""
    admitted = Elector.select(Elector.participant).where(
        Elector.poll == poll_id, Elector.participant.is_null(False)
    )
    here = Participant.workshop == workshop_id
    ids = [found for (found,) in tuples(admitted)]
    joined = Participant.select().where(here, Participant.id.not_in(ids))
    return int(joined.count())
