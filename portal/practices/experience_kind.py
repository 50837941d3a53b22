"""How what people have lived through stands in the moderators' queue, and among their
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
from portal.practices.actions.experiences import SORT, publish_all
from portal.practices.labels import LIVED
from portal.practices.models import (
    EXPERIENCE,
    KIND,
    Experience,
    Practice,
    TalkState,
)
from portal.practices.talk_kinds import STANDINGS, published, readable, rulings
from portal.search.queries import Name, names

OVER = {TalkState.HIDDEN, TalkState.WITHDRAWN}


def found(ids: Iterable[int]) -> list[Any]:
    """Each with its practice. One statement."""
    query = Experience.select(Experience, Practice).join(Practice, attr="about")
    return list(query.where(Experience.id.in_(list(ids))))


def items(ids: Sequence[int]) -> dict[int, Item]:
    every = found(ids)
    called = names(KIND, [row.about.id for row in every], language()) if every else {}
    return {row.id: item(row, called.get(row.about.id)) for row in every}


def item(row: Any, name: Name | None) -> Item:
    """The verdict stands beside the words, and is read with them."""
    parts = [
        ("helped", _("What helped"), row.helped),
        ("hurt", _("What hurt, or got in the way"), row.hurt),
    ]
    written = [part for part in parts if part[2]] or parts[:1]
    return Item(
        id=row.id,
        heading=written[0][2],
        paragraphs=tuple((label, text) for _field, label, text in written[1:]),
        fields=tuple(field for field, _label, _text in written),
        language=row.language,
        place=name.title if name else row.about.slug,
        url=page_of(row),
        voice=row.voice,
        about=(label(row), f"{LIVED[row.verdict]}. {written[0][1]}:", language()),
        author=talk.author_of(row),
    )


def label(row: Any) -> str:
    if row.people > 1:
        return _("What %(people)s people say of a practice", people=row.people)
    return _("What somebody says of a practice")


def page_of(row: Any) -> str:
    return url_for("practices.experience", slug=row.about.slug, experience_id=row.id)


def own(ids: Sequence[int]) -> dict[int, OwnText]:
    return {row.id: own_text(row) for row in found(ids)}


def own_text(row: Any) -> OwnText:
    words = row.helped or row.hurt
    page = page_of(row)
    is_open = bool(words) and row.state not in OVER
    return OwnText(
        heading=words,
        language=row.language,
        url=page,
        standing=STANDINGS[row.state],
        reword=page if is_open else "",
        withdraw=f"{page}#own" if is_open else "",
    )


def is_readable(number: int) -> bool:
    return readable(row.about.slug for row in found([number]))


def register() -> None:
    kind = Kind(
        label=_l("What people have lived through"),
        items=items,
        public=partial(published, Experience),
        texts=own,
        publish_all=publish_all,
        readable=is_readable,
        **rulings(SORT),
    )
    kinds.register(EXPERIENCE, kind)
