"""The discussion of a proposal, as this visitor may see it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime

from portal.accounts.models import Voice
from portal.db import rows
from portal.moderation.queries import Verdict, verdicts
from portal.proposals.models import COMMENT, Comment, Stance, State
from portal.screening.screen import tells_danger
from portal.workshops.models import Participant

NOT_THERE = {State.WAITING, State.RETURNED, State.HIDDEN}
WORDLESS = {State.WITHDRAWN, State.HIDDEN}


@dataclass(frozen=True)
class Said:
    """One comment or reply."""

    id: int
    replies_to: int | None
    author: int | None
    voice: Voice
    stance: Stance | None
    language: str
    body: str
    state: State
    written_at: datetime
    published_at: datetime | None

    @property
    def is_public(self) -> bool:
        return self.state is State.PUBLISHED

    @property
    def order(self) -> tuple[datetime, int]:
        return self.published_at or self.written_at, self.id


@dataclass(frozen=True)
class Thread:
    """A comment with its replies, the oldest of them first. One that was withdrawn or
    hidden stands without its words while there are replies to it."""

    first: Said
    replies: list[Said]


@dataclass(frozen=True)
class Own:
    """A comment of the visitor's own that is not published, and what was decided."""

    said: Said
    decided: Verdict | None

    @property
    def worries(self) -> bool:
        """Whether it waits and tells of danger."""
        return self.said.state is State.WAITING and tells_danger(self.said.body)


@dataclass(frozen=True)
class Discussion:
    threads: list[Thread]
    own: list[Own]
    stances: dict[Stance, int]
    total: int


def discussion(number: int, me: Participant | None) -> Discussion:
    """Newest comments first."""
    public = Comment.state.in_([State.PUBLISHED, *WORDLESS])
    if me:
        public |= Comment.author == me.id
    said = rows(
        Comment.select(*COLUMNS).where(Comment.proposal == number, public), Said
    )
    own = [
        one
        for one in said
        if me and one.author == me.id and one.state in NOT_THERE and one.body
    ]
    decided = verdicts(COMMENT, [one.id for one in own]) if own else {}
    shown = [one for one in said if one.is_public]
    replies: dict[int, list[Said]] = defaultdict(list)
    for one in sorted(shown, key=lambda one: one.order):
        if one.replies_to:
            replies[one.replies_to].append(one)
    firsts = [
        one
        for one in sorted(said, key=lambda one: one.order, reverse=True)
        if one.replies_to is None
        and (one.is_public or (one.state in WORDLESS and replies[one.id]))
    ]
    stances = Counter(one.stance for one in shown if one.stance)
    return Discussion(
        [Thread(one, replies[one.id]) for one in firsts],
        [Own(one, decided.get(one.id)) for one in own],
        {stance: stances[stance] for stance in Stance if stances[stance]},
        len(shown),
    )


@dataclass(frozen=True)
class Found:
    """A comment with what its page needs to know of it."""

    comment: Comment
    mine: bool

    @property
    def id(self) -> int:
        return int(self.comment.id)

    @property
    def is_public(self) -> bool:
        return self.comment.state is State.PUBLISHED

    @property
    def worries(self) -> bool:
        """Whether its writer sees it, it waits, and tells of danger."""
        waits = self.comment.state is State.WAITING
        return self.mine and waits and tells_danger(self.comment.body)


def comment(
    number: int, comment_id: int, me: Participant | None, *, sees_all: bool
) -> Found | None:
    """A comment on this proposal that the visitor may see: a published one, their own,
    or any for those who moderate."""
    this = (Comment.id == comment_id) & (Comment.proposal == number)
    found = Comment.get_or_none(this)
    if found is None:
        return None
    mine = me is not None and found.author == me.id
    visible = found.state is State.PUBLISHED or mine or sees_all
    return Found(found, mine) if visible else None


def decided(comment_id: int) -> Verdict | None:
    return verdicts(COMMENT, [comment_id]).get(comment_id)


def by_submission(submission: str) -> Comment | None:
    return Comment.get_or_none(Comment.submission == submission)


COLUMNS = (
    Comment.id,
    Comment.replies_to,
    Comment.author,
    Comment.voice,
    Comment.stance,
    Comment.language,
    Comment.body,
    Comment.state,
    Comment.written_at,
    Comment.published_at,
)
