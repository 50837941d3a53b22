"""How notices of proposals read."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.notices import events, things
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.notices.things import Thing
from portal.proposals.models import KIND, Merger, MergerState, Proposal, State
from portal.proposals.queries.proposals import PUBLIC
from portal.workshops.models import Entry, Workshop
from portal.workshops.queries.readers import closed_to
from portal.workshops.telling import open_titles

LATE = "answers-late"


def register() -> None:
    for event, topic in {
        "answered": Topic.ANSWERS,
        "answered-supported": Topic.ANSWERS,
        "answered-followed": Topic.FOLLOWED,
        "reworded": Topic.FOLLOWED,
        "merged": Topic.REPLIES,
        "merged-supported": Topic.REPLIES,
    }.items():
        events.register(event, topic, told)
    events.register("comment", Topic.REPLIES, told, comments)
    events.register("reply", Topic.REPLIES, told, replies)
    events.register("merger-asked", Topic.REPLIES, told_of_mergers)
    events.register(LATE, Topic.DUTIES, told_of_late)
    things.register(KIND, followed)


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement, and those of `closed_to`. What is no longer public is passed
    over."""
    ids = {notice.item_id for notice in notices}
    these = Proposal.id.in_(ids) & Proposal.state.in_(list(PUBLIC))
    rows = Proposal.select(Proposal, Workshop).join(Workshop).where(these)
    found = {row.id: row for row in rows}
    pairs = [(one, found[one.item_id]) for one in notices if one.item_id in found]
    closed = closed_to((notice, proposal.workshop) for notice, proposal in pairs)
    return {
        notice.id: Told(
            says(notice), address(notice), proposal.suggestion, proposal.language
        )
        for notice, proposal in pairs
        if notice.id not in closed
    }


def says(notice: Notice) -> str:
    number = notice.item_id
    done = bool(facts(notice).get("done"))
    return {
        "comment": comments(1, number),
        "reply": replies(1, number),
        "answered": _("Your proposal %(number)s is done.", number=number)
        if done
        else _("Your proposal %(number)s has an answer.", number=number),
        "answered-supported": _(
            "Proposal %(number)s, which you support, is done.", number=number
        )
        if done
        else _("Proposal %(number)s, which you support, has an answer.", number=number),
        "answered-followed": _(
            "Proposal %(number)s, which you follow, is done.", number=number
        )
        if done
        else _("Proposal %(number)s, which you follow, has an answer.", number=number),
        "reworded": _(
            "Proposal %(number)s, which you follow, has new words.", number=number
        ),
        "merged": _(
            "Your proposal is part of a common one now: number %(number)s.",
            number=number,
        ),
        "merged-supported": _(
            "A proposal you supported is part of a new one: number %(number)s. "
            "Do you support the new one too?",
            number=number,
        ),
    }[notice.event]


def comments(num: int, number: int) -> str:
    return ngettext(
        "A new comment on your proposal %(number)s.",
        "%(num)s new comments on your proposal %(number)s.",
        num,
        number=number,
    )


def replies(num: int, number: int) -> str:
    return ngettext(
        "A reply to your comment on proposal %(number)s.",
        "%(num)s replies to your comments on proposal %(number)s.",
        num,
        number=number,
    )


def address(notice: Notice) -> str:
    noted = facts(notice)
    anchor = f"comment-{noted['comment']}" if "comment" in noted else None
    return url_for("proposals.proposal", number=notice.item_id, _anchor=anchor)


def told_of_mergers(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement. Nobody is asked any more of one that is settled."""
    these = Merger.id.in_({notice.item_id for notice in notices})
    asked = these & (Merger.state == MergerState.ASKED)
    found = {
        row.id: row
        for row in Merger.select(Merger, Workshop.slug).join(Workshop).where(asked)
    }
    return {
        notice.id: Told(
            _("You are asked: may your proposal be merged with others?"),
            url_for("proposals.merger", slug=merger.workshop.slug, merger_id=merger.id),
            merger.suggestion,
            merger.language,
        )
        for notice in notices
        for merger in [found.get(notice.item_id)]
        if merger
    }


def told_of_late(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement, and those of `closed_to`."""
    return {
        number: Told(
            _("Answers are late. People see this on the board of answers."),
            url_for("proposals.answers", slug=slug),
            title,
            spoken,
        )
        for number, (slug, title, spoken) in open_titles(notices).items()
    }


def followed(ids: Sequence[int]) -> dict[int, Thing]:
    """Those on a board that anybody may read."""
    public = (Proposal.state == State.PUBLISHED) & (Workshop.entry != Entry.INVITED)
    found = Proposal.select().join(Workshop).where(Proposal.id.in_(list(ids)), public)
    return {
        row.id: Thing(
            row.suggestion, row.language, url_for("proposals.proposal", number=row.id)
        )
        for row in found
    }
