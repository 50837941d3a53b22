"""Telling people what comes of proposals, inside the transaction in which it does."""

from collections.abc import Iterable, Sequence

from portal.accounts.models import User
from portal.db import today, tuples
from portal.notices.actions import Telling, take_back, tell, tell_each
from portal.notices.queries import followers
from portal.notices.recipients import participant_key, user_key
from portal.proposals.actions.holding import author_of
from portal.proposals.models import (
    KIND,
    MERGER,
    Answer,
    Comment,
    Merger,
    Proposal,
    Support,
)
from portal.workshops.models import Entry, Workshop
from portal.workshops.queries import KIND as WORKSHOP


def tell_of_comments(rows: Sequence[Comment]) -> None:
    """The author of the proposal hears of each or, of a reply, the author of what it
    replies to, too."""
    proposals = Proposal.id.in_({row.proposal for row in rows})
    authors = {one.id: author_of(one) for one in Proposal.select().where(proposals)}
    first = Comment.id.in_({row.replies_to for row in rows if row.replies_to})
    firsts = {one.id: author_of(one) for one in Comment.select().where(first)}
    tell_each(
        [
            Telling(key, event, KIND, row.proposal, happening(row), {"comment": row.id})
            for row in rows
            for event, key in (
                ("reply", firsts.get(row.replies_to, "")),
                ("comment", authors[row.proposal]),
            )
            if key != author_of(row)
        ]
    )


def take_back_comment(row: Comment) -> None:
    take_back(KIND, row.proposal, happening(row))


def happening(row: Comment) -> str:
    return f"comment:{row.id}"


def tell_of_new(rows: Sequence[Proposal]) -> None:
    """Those who follow the workshop hear once a day that there is something new, but
    not of what is all their own."""
    for workshop in sorted({row.workshop for row in rows}):
        authors = {author_of(row) for row in rows if row.workshop == workshop}
        tell(
            public_followers(WORKSHOP, workshop, workshop),
            "new-proposals",
            WORKSHOP,
            workshop,
            happening=f"new-proposals:{workshop}:{today().isoformat()}",
            doer=authors.pop() if len(authors) == 1 else "",
        )


def tell_of_new_words(row: Proposal) -> None:
    tell(
        public_followers(KIND, row.id, row.workshop),
        "reworded",
        KIND,
        row.id,
        happening=f"reworded:{row.id}:{row.edited_at:%Y%m%d%H%M%S}",
        doer=author_of(row),
    )


def tell_of_answer(proposal: Proposal, stored: Answer, writer: User | None) -> None:
    """The author, those who support it and those who follow it hear when it is
    answered, when the answer becomes another one, and when it is done."""
    done = stored.done_on is not None
    said = "done" if done else stored.verdict.value
    supporters = map(participant_key, supporters_of([proposal.id]))
    for recipients, event in (
        ([author_of(proposal)], "answered"),
        (supporters, "answered-supported"),
        (
            public_followers(KIND, proposal.id, proposal.workshop),
            "answered-followed",
        ),
    ):
        tell(
            recipients,
            event,
            KIND,
            proposal.id,
            happening=f"answer:{stored.id}:{said}",
            doer=user_key(writer.id) if writer else "",
            done=done,
        )


def tell_of_asking(merger: Merger, parts: Iterable[Proposal]) -> None:
    """The authors are asked for their consent."""
    tell(
        [author_of(row) for row in parts],
        "merger-asked",
        MERGER,
        merger.id,
        happening=f"merger-asked:{merger.id}",
        doer=user_key(merger.asked_by) if merger.asked_by else "",
    )


def tell_of_merging(
    parts: Sequence[Proposal], result: Proposal, doer: str = ""
) -> None:
    """The authors hear that it was done, and those who supported a part may want to
    support the whole."""
    ids = [row.id for row in parts]
    for recipients, event in (
        ([author_of(row) for row in parts], "merged"),
        (map(participant_key, supporters_of(ids)), "merged-supported"),
    ):
        tell(
            recipients,
            event,
            KIND,
            result.id,
            happening=f"merged:{result.id}",
            doer=doer,
        )


def public_followers(kind: str, item_id: int, workshop_id: int) -> list[str]:
    """Those who follow a thing of a workshop that anybody may read."""
    if Workshop.get_by_id(workshop_id).entry is Entry.INVITED:
        return []
    return followers(kind, item_id)


def supporters_of(proposals: Sequence[int]) -> list[int]:
    these = Support.proposal.in_(list(proposals))
    found = Support.select(Support.participant).where(these).order_by(Support.id)
    return [participant for (participant,) in tuples(found)]
