"""How a block stands in the moderators' queue, when its author appeals it."""

from collections.abc import Iterable, Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.db import now
from portal.errors import Refused
from portal.i18n import day, language
from portal.moderation import kinds
from portal.moderation.kinds import Item, Kind, places
from portal.moderation.labels import REASONS
from portal.moderation.models import BLOCK, OUTSIDE, Block, Decision, Reason
from portal.moderation.queries.cases import cases_of
from portal.moderation.queries.pages import items_of


def items(ids: Sequence[int]) -> dict[int, Item]:
    found = list(Block.select().where(Block.id.in_(list(ids))))
    titles = places(row.workshop for row in found) | {
        OUTSIDE: _("Outside of workshops")
    }
    causes = {case.id: case for case in cases_of({row.case_id for row in found})}
    texts = items_of([case for case in causes.values() if case.kind != BLOCK])
    return {
        row.id: item(row, titles.get(row.workshop, ""), texts.get(row.case_id))
        for row in found
    }


def item(row: Block, place: str, text: Item | None) -> Item:
    about = (
        (_("What was written"), text.heading, text.language)
        if text and text.heading
        else None
    )
    reason = f"{REASONS[Reason(row.reason)]}." if row.reason else "–"
    return Item(
        id=row.id,
        heading=_("No writing here until %(date)s", date=day(row.until)),
        paragraphs=((_("The reason"), reason),),
        language=language(),
        place=place,
        url=url_for("rights.texts"),
        voice="",
        about=about,
        author=row.author,
    )


def lift(block_id: int) -> None:
    _set(block_id, lifted_at=now())


def hold_again(block_id: int, _decision: Decision) -> None:
    _set(block_id, lifted_at=None)


def refuse(_block_id: int) -> None:
    raise Refused(_("A block is lifted or stays."))


def erase(_block_id: int) -> None:
    """It has no words of anybody."""


def none_public(_ids: Iterable[int]) -> set[int]:
    return set()


def _set(block_id: int, **values: object) -> None:
    Block.update(**values).where(Block.id == block_id).execute()


def register() -> None:
    kind = Kind(
        label=_l("Block on writing"),
        items=items,
        publish=lift,
        send_back=refuse,
        hide=refuse,
        reopen=hold_again,
        erase=erase,
        public=none_public,
        returns=False,
        passes_on=_l("Lift the block"),
    )
    kinds.register(BLOCK, kind)
