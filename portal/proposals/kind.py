"""How proposals stand in the moderators' queue."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from peewee import JOIN, Expression
from peewee import Case as Either

from portal.accounts.models import User
from portal.db import tuples
from portal.moderation import kinds
from portal.moderation.kinds import Item, Kind, Like, Likes
from portal.proposals import actions
from portal.proposals.actions.holding import author_of
from portal.proposals.actions.publishing_many import publish_all
from portal.proposals.authors import own_proposals, readable
from portal.proposals.models import KIND, Attachment, Proposal, Rewording, State
from portal.proposals.queries.proposals import PUBLIC, new_words
from portal.proposals.queries.similar import similar, similar_among
from portal.proposals.wording import Wording
from portal.workshops.models import Workshop

MOST_READ = 500
"""Of what is public, the newest are compared with what waits."""


def items(ids: Sequence[int]) -> dict[int, Item]:
    """As they would stand on the board: with new words where there are some."""
    return shown(found(Proposal.id.in_(list(ids))))


def read(ids: Sequence[int]) -> tuple[dict[int, Item], Likes]:
    """These, and what is on their boards that says much the same."""
    these = Proposal.id.in_(list(ids))
    boards = Proposal.select(Proposal.workshop).where(these)
    public = (Proposal.state == State.PUBLISHED) & Proposal.workshop.in_(boards)
    first = Either(None, [(these, 0)], 1)
    query = found(these | public).order_by(first, Proposal.id.desc())
    rows = list(query.limit(MOST_READ + len(ids)))
    wanted = set(ids)
    waiting = [row for row in rows if row.id in wanted]
    by_id = {row.id: row for row in rows if row.state is State.PUBLISHED}
    alike = similar_among([(row, words_of(row)) for row in waiting], [*by_id.values()])
    likes = {
        number: tuple(like(by_id[other]) for other in others)
        for number, others in alike.items()
    }
    return shown(waiting), likes


def like(row: Any) -> Like:
    url = url_for("proposals.proposal", number=row.id)
    return Like(row.id, row.suggestion, row.language, url)


def found(which: Expression) -> Any:
    """Proposals with their new words and the picture beside them. Where new words came
    back and what was on the board is hidden, that is what may be shown again."""
    gone = (Proposal.state == State.HIDDEN) & Rewording.returned
    at_stake = (Rewording.proposal == Proposal.id) & ~gone
    return (
        Proposal.select(
            Proposal,
            Rewording.id.alias("reworded"),
            Rewording.suggestion.alias("new_suggestion"),
            Rewording.problem.alias("new_problem"),
            Rewording.helps.alias("new_helps"),
            Attachment.id.alias("picture_id"),
            Attachment.description.alias("picture_description"),
        )
        .join_from(Proposal, Rewording, JOIN.LEFT_OUTER, on=at_stake)
        .join_from(Proposal, Attachment, JOIN.LEFT_OUTER)
        .where(which)
        .objects()
    )


def words_of(row: Any) -> Wording:
    """What it would say on the board."""
    if row.reworded is None:
        return Wording.of(row)
    return Wording(row.new_suggestion, row.new_problem, row.new_helps)


def shown(rows: Iterable[Any]) -> dict[int, Item]:
    every = list(rows)
    titles = kinds.places(row.workshop for row in every)
    return {
        row.id: Item(
            id=row.id,
            heading=words.suggestion,
            paragraphs=tuple((label, text) for _field, label, text in parts),
            fields=("suggestion", *(field for field, _label, _text in parts)),
            language=row.language,
            place=titles[row.workshop],
            url=url_for("proposals.proposal", number=row.id),
            voice=row.voice,
            shown="" if row.reworded is None else row.suggestion,
            pictures=picture(row),
            author=author_of(row),
        )
        for row in every
        for words in [words_of(row)]
        for parts in [told(words, before(row))]
    }


def picture(row: Any) -> tuple[tuple[str, str], ...]:
    if row.picture_id is None:
        return ()
    address = url_for("proposals.picture", picture_id=row.picture_id)
    return ((address, row.picture_description),)


def told(words: Wording, earlier: str) -> list[tuple[str, str, str]]:
    """What stands under the heading: the field, what it is called, its words."""
    return [
        part
        for part in (
            ("problem", _("What is the problem now?"), words.problem),
            ("helps", _("Whom does it help?"), words.helps),
            ("", _("On the board until now"), earlier),
        )
        if part[2]
    ]


def before(row: Any) -> str:
    """The words that new ones would take the place of."""
    if row.reworded is None:
        return ""
    return " / ".join(filter(None, (row.suggestion, row.problem, row.helps)))


def public(ids: Iterable[int]) -> set[int]:
    """Those that can be read by others, on the board or as a part of another."""
    these = Proposal.id.in_(list(ids)) & Proposal.state.in_(PUBLIC)
    return {number for (number,) in tuples(Proposal.select(Proposal.id).where(these))}


def alike(number: int) -> list[int]:
    """The few on the same board that say much the same."""
    row = Proposal.get_or_none(Proposal.id == number)
    if row is None:
        return []
    words = Wording.of(new_words(number) or row)
    slips = similar(row.workshop, words, row.language, None)
    return [slip.id for slip in slips if slip.id != number]


def merge(number: int, into: int, by: User) -> None:
    """Put it on the board, and ask both authors whether the words of the other may
    stand for both."""
    actions.publish(number)
    other = Proposal.get_by_id(into)
    actions.ask_authors(
        Workshop.get_by_id(other.workshop),
        [number, into],
        Wording.of(other),
        language=other.language,
        asked_by=by,
    )


def register() -> None:
    kind = Kind(
        label=_l("Proposal"),
        items=items,
        publish=actions.publish,
        send_back=actions.send_back,
        hide=actions.hide,
        reopen=actions.reopen,
        erase=actions.erase,
        public=public,
        similar=alike,
        merge=merge,
        take_off=actions.take_off_board,
        texts=own_proposals,
        readable=readable,
        publish_all=publish_all,
        read=read,
    )
    kinds.register(KIND, kind)
