"""What all that readers write about practices shares in the moderators' queue."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from portal.db import tuples
from portal.moderation.authors import OwnText, Standing
from portal.practices.actions import talk
from portal.practices.actions.talk import Sort
from portal.practices.models import TalkState
from portal.practices.queries.keeping import findable

STANDINGS = {
    TalkState.WAITING: Standing.WAITING,
    TalkState.PUBLISHED: Standing.PUBLIC,
    TalkState.RETURNED: Standing.RETURNED,
    TalkState.HIDDEN: Standing.HIDDEN,
    TalkState.WITHDRAWN: Standing.WITHDRAWN,
}


def rulings(sort: Sort) -> dict[str, Any]:
    """What a moderator's decisions do with it, as a Kind takes them."""
    return {
        "publish": partial(talk.publish, sort),
        "send_back": partial(talk.put_away, sort, state="returned"),
        "hide": partial(talk.put_away, sort, state="hidden"),
        "reopen": partial(talk.reopen, sort),
        "erase": partial(talk.erase, sort),
    }


def published(model: Any, ids: Iterable[int]) -> set[int]:
    these = model.id.in_(list(ids)), model.state == TalkState.PUBLISHED
    return {number for (number,) in tuples(model.select(model.id).where(*these))}


def readable(slugs: Iterable[str]) -> bool:
    """Whether who looks may read the practice at this address, if there is one."""
    return any(findable(slug) is not None for slug in slugs)


def own_text(row: Any, page: str) -> OwnText:
    """A question or an answer, for who wrote it."""
    over = row.state is TalkState.WITHDRAWN
    return OwnText(
        heading=row.body,
        language=row.language,
        url=page,
        standing=STANDINGS[row.state],
        reword=page if row.body and talk.is_unread(row) else "",
        withdraw=f"{page}#own" if row.body and not over else "",
    )
