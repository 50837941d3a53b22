"""How what people tell of how it went stands in the moderators' queue, and among their
own texts."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.authors import OwnText
from portal.moderation.kinds import Item, Kind
from portal.practices.actions import talk
from portal.practices.models import TalkState
from portal.practices.talk_kinds import STANDINGS, published, rulings
from portal.threads.actions.effects import SORT
from portal.threads.labels_of_effects import WENT
from portal.threads.models import EFFECT, Effect, Thread
from portal.threads.queries.named import named

OVER = {TalkState.HIDDEN, TalkState.WITHDRAWN}


def found(ids: Iterable[int]) -> list[Any]:
    """Each with its thread. One statement."""
    query = Effect.select(Effect, Thread).join(Thread, attr="about")
    return list(query.where(Effect.id.in_(list(ids))))


def items(ids: Sequence[int]) -> dict[int, Item]:
    every = found(ids)
    called = named([row.about.id for row in every], language()) if every else {}
    return {
        row.id: Item(
            id=row.id,
            heading=row.body,
            paragraphs=(),
            language=row.language,
            place=name.title if name else row.about.slug,
            url=place_of(row),
            voice=row.voice,
            about=(_("Did it change for you?"), str(WENT[row.went]), language()),
            author=talk.author_of(row),
        )
        for row in every
        for name in [called.get(row.about.id)]
    }


def place_of(row: Any) -> str:
    """Where it stands among the rest: an address that tells nobody its code."""
    anchor = f"effect-{row.id}"
    return url_for("threads.effects", slug=row.about.slug, _anchor=anchor)


def own(ids: Sequence[int]) -> dict[int, OwnText]:
    return {row.id: own_text(row) for row in found(ids)}


def own_text(row: Any) -> OwnText:
    page = url_for("threads.own_effect", slug=row.about.slug, code=row.code)
    is_open = bool(row.body) and row.state not in OVER
    return OwnText(
        heading=row.body,
        language=row.language,
        url=page,
        standing=STANDINGS[row.state],
        reword=page if is_open else "",
        withdraw=f"{page}#own" if is_open else "",
    )


def is_readable(number: int) -> bool:
    return bool(named([row.about.id for row in found([number])], language()))


def register() -> None:
    kind = Kind(
        label=_l("How it went"),
        items=items,
        public=partial(published, Effect),
        texts=own,
        readable=is_readable,
        **rulings(SORT),
    )
    kinds.register(EFFECT, kind)
