"""Where each text of somebody stands, as they are told."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, Value, fn

from portal.moderation.authors import OwnText
from portal.moderation.kinds import KINDS, places
from portal.moderation.models import BLOCK, Block, Case
from portal.moderation.queries.appeals import counts
from portal.moderation.queries.blocks import runs
from portal.moderation.queries.stands import BACK, Stand, is_late, tells_danger
from portal.paging import pages_of

ON_A_PAGE = 20


@dataclass(frozen=True)
class Held:
    """A block that runs, and the appeal against it."""

    block: Block
    place: str
    appeal: Case | None

    @property
    def late(self) -> bool:
        return is_late(self.appeal)

    @property
    def tells_danger(self) -> bool:
        if self.appeal is None or self.appeal.decided_at:
            return False
        return tells_danger(self.appeal)


@dataclass(frozen=True)
class Texts:
    stands: list[Stand]
    held: list[Held]
    number: int
    pages: int

    @property
    def tells_danger(self) -> bool:
        return any(
            [one.tells_danger for one in self.stands]
            + [one.tells_danger for one in self.held]
        )

    @property
    def danger_is_read(self) -> bool:
        """Whether moderators have read all that tells of danger."""
        unread = [one.tells_danger and not one.is_read for one in self.stands]
        return not any(unread + [one.tells_danger for one in self.held])


def texts(authors: Sequence[str], page: int) -> Texts:
    """A page of their texts, the one that something happened to last first. One
    statement, one for each kind on the page, one for blocks, one for titles."""
    cases, pages = cases_on(authors, page)
    if not cases and page > 1:
        page = 1
        cases, pages = cases_on(authors, page)
    blocks = appealable(authors)
    titles = places(
        row.workshop for row in [*cases, *blocks] if row.workshop is not None
    )
    return Texts(
        stands=stands(cases, titles),
        held=[
            Held(
                block,
                titles.get(block.workshop, ""),
                getattr(block, "appeal", None),
            )
            for block in blocks
        ],
        number=page,
        pages=pages,
    )


def appealable(authors: Sequence[str]) -> list[Any]:
    """The blocks that keep them from writing today, with their appeals."""
    against = (Case.kind == BLOCK) & (Case.item_id == Block.id) & counts()
    found = (
        Block.select(Block, Case)
        .join(Case, JOIN.LEFT_OUTER, on=against, attr="appeal")
        .where(Block.author.in_(list(authors)), runs())
        .order_by(Block.id)
    )
    return list(found)


def cases_on(authors: Sequence[str], page: int) -> tuple[list[Any], int]:
    """Every case of the things on a page, and how many pages there are."""
    happened = fn.MAX(fn.COALESCE(Case.decided_at, Case.opened_at))
    things = (
        Case.select(
            Case.kind.alias("thing_kind"),
            Case.item_id.alias("thing_id"),
            happened.alias("happened"),
            fn.MAX(Case.id).alias("newest"),
            fn.COUNT(Value(1)).over().alias("every"),
        )
        .where(Case.author.in_(list(authors)), Case.kind != BLOCK)
        .group_by(Case.kind, Case.item_id)
        .order_by(happened.desc(), fn.MAX(Case.id).desc())
        .paginate(page, ON_A_PAGE)
    )
    this = (Case.kind == things.c.thing_kind) & (Case.item_id == things.c.thing_id)
    found: Any = list(
        Case.select(Case, things.c.every)
        .join(things, on=this)
        .order_by(things.c.happened.desc(), things.c.newest.desc(), Case.id)
        .objects()
    )
    every = found[0].every if found else 0
    return found, pages_of(every, ON_A_PAGE)


def came_back(kind: str, item_id: int) -> bool:
    """Whether somebody's text came back or is hidden, and its words are kept."""
    own = dict(own_texts(kind, [item_id])).get(item_id)
    return own is not None and own.standing in BACK and bool(own.heading)


def stands(cases: Iterable[Any], titles: dict[int, str]) -> list[Stand]:
    by_thing: dict[tuple[str, int], list[Case]] = defaultdict(list)
    for case in cases:
        by_thing[case.kind, case.item_id].append(case)
    own = {
        (kind, number): text
        for kind in dict.fromkeys(kind for kind, _number in by_thing)
        for number, text in own_texts(kind, [n for k, n in by_thing if k == kind])
    }
    return [
        Stand(
            KINDS[kind].label,
            titles.get(same[0].workshop or 0, ""),
            own[kind, number],
            same,
        )
        for (kind, number), same in by_thing.items()
        if (kind, number) in own
    ]


def own_texts(kind: str, ids: Sequence[int]) -> Iterable[tuple[int, OwnText]]:
    read = KINDS[kind].texts if kind in KINDS else None
    return read(ids).items() if read else ()
