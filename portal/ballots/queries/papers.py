"""The ballot paper of a vote, remembered: everybody who votes needs it at once."""

from collections import OrderedDict
from dataclasses import dataclass, field

from portal.ballots.models import Elector
from portal.ballots.queries import polls
from portal.ballots.queries.polls import Choice, Titled
from portal.db import version
from portal.statements import Statement, given
from portal.workshops.models import Participant, Way
from portal.workshops.queries import digest, slug_of

MOST_REMEMBERED = 64


@dataclass(frozen=True)
class Paper:
    """A vote and what can be chosen, in one language. `drawn` are pages made from it
    that are the same for many."""

    poll: Titled
    choices: list[Choice]
    slug: str
    drawn: dict[str, str] = field(default_factory=dict)

    @property
    def workshop(self) -> int:
        return int(self.poll.poll.workshop)


@dataclass(frozen=True)
class Seated:
    """An elector, by the seat whose key their browser holds."""

    elector: Elector
    me: int
    way: Way


_remembered: OrderedDict[tuple[int, str], tuple[int, Paper]] = OrderedDict()


def paper_of(poll_id: int) -> str:
    """The name under which changes of the ballot paper are counted: that the vote
    opens, and that an option is withdrawn or put back."""
    return f"poll:{poll_id}"


def paper(poll_id: int, language: str) -> Paper | None:
    """As it stands: the version is asked first, so what is read is never older. That
    the vote is still open is for whoever casts to see."""
    number = version(paper_of(poll_id))
    held = _remembered.get((poll_id, language))
    if number and held is not None and held[0] == number:
        return held[1]
    found = polls.poll(poll_id, language)
    slug = slug_of(found.poll.workshop) if found else None
    if found is None or slug is None:
        return None
    drawn = Paper(found, polls.choices(poll_id, language), slug)
    _remembered[poll_id, language] = number, drawn
    while len(_remembered) > MOST_REMEMBERED:
        _remembered.popitem(last=False)
    return drawn


elector_with = Statement(
    lambda: (
        Elector.select(
            Elector.id,
            Elector.voice,
            Elector.on_paper,
            Participant.id,
            Participant.way,
        )
        .join(Participant)
        .where(Elector.poll == given("poll"), Participant.key_digest == given("key"))
    ),
    Elector.id,
    Elector.voice,
    Elector.on_paper,
    Participant.id,
    Participant.way,
)


def seated(poll_id: int, key: str) -> Seated | None:
    """The elector that this key of a seat belongs to."""
    found = elector_with(poll=poll_id, key=digest(key))
    if not found:
        return None
    elector, voice, on_paper, me, way = found[0]
    row = Elector(id=elector, poll=poll_id, voice=voice, on_paper=on_paper)
    return Seated(row, me, way)
