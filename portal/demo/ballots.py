"""Loading the votes of the demo's workshops, cast and counted as any others."""

from datetime import datetime, time
from random import Random
from typing import Any

from peewee import fn

from portal.accounts.models import Voice
from portal.ballots.actions.casting import cast
from portal.ballots.actions.closing import close
from portal.ballots.actions.making import make_poll
from portal.ballots.actions.opening import open_poll
from portal.ballots.drafts import OptionDraft, PollDraft
from portal.ballots.models import Elector, Poll, PollOption, PollState
from portal.ballots.tallies import Method, Settings
from portal.demo.files import entries, in_languages
from portal.proposals.models import Proposal, State, Support
from portal.workshops.models import Phase, Way, Workshop

NOON = time(12)


def load() -> None:
    for entry in entries("polls.toml", "poll"):
        workshop = Workshop.get(Workshop.slug == entry["workshop"])
        phase = workshop.phase_set
        _set_phase(workshop, Phase.VOTE)
        poll = make_poll(workshop, draft(workshop, entry))
        open_poll(poll.id)
        vote(Poll.get_by_id(poll.id), entry["turnout"], Random(entry["workshop"]))  # noqa: S311
        Poll.update(opened_at=noon(workshop.discuss_until)).where(
            Poll.id == poll.id
        ).execute()
        if PollState(entry["state"]) is PollState.CLOSED:
            close(poll.id)
            ended = {"closed_at": noon(workshop.vote_until)}
            Poll.update(ended).where(Poll.id == poll.id).execute()
        _set_phase(workshop, phase)


def draft(workshop: Workshop, entry: dict[str, Any]) -> PollDraft:
    """A vote on the most supported proposals."""
    texts = in_languages(entry)
    most = (
        Proposal.select(Proposal.id)
        .join(Support)
        .where(Proposal.workshop == workshop, Proposal.state == State.PUBLISHED)
        .group_by(Proposal.id)
        .order_by(fn.COUNT(Support.id).desc(), Proposal.id)
        .limit(entry["options"])
    )
    return PollDraft(
        method=Method(entry["method"]),
        titles={code: text["title"] for code, text in texts.items()},
        notes={code: text["note"] for code, text in texts.items()},
        options=[OptionDraft(proposal=row.id) for row in most],
        settings=Settings(),
    )


def vote(poll: Poll, turnout: dict[str, int], dice: Random) -> None:
    options = PollOption.select().where(PollOption.poll == poll)
    ids = [option.id for option in options.order_by(PollOption.position)]
    for voice, number in turnout.items():
        here = (Elector.poll == poll) & (Elector.voice == Voice(voice))
        for elector in Elector.select().where(here).order_by(Elector.id).limit(number):
            cast(poll, elector, choice(poll.method, ids, dice), way=Way.WEB)


def choice(method: Method, ids: list[int], dice: Random) -> object:
    """What somebody may choose; the first options are liked a little more."""
    liked = sorted(ids, key=lambda option: ids.index(option) + dice.gauss(0, 3))
    if method is Method.RANKING:
        return [[option] for option in liked[: dice.randint(2, len(ids))]]
    return dict(zip(liked, (3, 1, 1), strict=False))


def noon(day: Any) -> datetime:
    return datetime.combine(day, NOON)


def _set_phase(workshop: Workshop, phase: Phase) -> None:
    Workshop.update(phase_set=phase).where(Workshop.id == workshop.id).execute()
