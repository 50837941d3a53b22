"""How suggested words stand in the moderators' queue: a moderator reads what is new,
and passes it on to those who look after the practice."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.differences import gone_and_come
from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.authors import OwnText, Standing
from portal.moderation.kinds import Item, Kind
from portal.practices.actions import talk
from portal.practices.actions.suggestions import SUGGESTIONS
from portal.practices.labels_of_parts import TEXTS
from portal.practices.models import (
    SUGGESTION,
    Practice,
    Suggestion,
    SuggestionState,
)
from portal.practices.queries.suggested import Part, parts, stands
from portal.practices.queries.suggestions import by_id
from portal.practices.queries.titles import titles
from portal.practices.talk_kinds import rulings

STANDINGS = {
    SuggestionState.WAITING: Standing.WAITING,
    SuggestionState.OFFERED: Standing.PASSED_ON,
    SuggestionState.TAKEN: Standing.PASSED_ON,
    SuggestionState.DECLINED: Standing.PASSED_ON,
    SuggestionState.RETURNED: Standing.RETURNED,
    SuggestionState.HIDDEN: Standing.HIDDEN,
    SuggestionState.WITHDRAWN: Standing.WITHDRAWN,
}
OVER = {
    SuggestionState.TAKEN,
    SuggestionState.DECLINED,
    SuggestionState.WITHDRAWN,
}


def items(ids: Sequence[int]) -> dict[int, Item]:
    every = by_id(ids)
    standing = stands(every)
    names = titles([row.practice for row in every], language())
    slugs = slugs_of(every)
    return {
        row.id: Item(
            id=row.id,
            heading=row.why,
            paragraphs=tuple((label, text) for _field, label, text in told),
            fields=("why", *(field for field, _label, _text in told)),
            language=row.language,
            place=names.get(row.practice, (slugs[row.practice], ""))[0],
            url=address(slugs[row.practice], row),
            voice=row.voice,
            about=(_("Suggests other words for"), *names[row.practice])
            if row.practice in names
            else None,
            author=talk.author_of(row),
        )
        for row in every
        for told in [list(said(parts(row, standing[row.id])))]
    }


def said(suggested: Sequence[Part]) -> Iterator[tuple[str, str, str]]:
    """Of each heading what is new, and what it would take the place of: the field, what
    it is called, its words."""
    for part in suggested:
        gone, come = gone_and_come(part.base, part.wanted)
        heading = str(TEXTS[part.heading])
        if come:
            yield part.heading, heading, come
        if gone:
            yield "", _("%(heading)s, until now", heading=heading), gone


def slugs_of(found: Iterable[Suggestion]) -> dict[int, str]:
    these = Practice.id.in_({row.practice for row in found})
    query = Practice.select(Practice.id, Practice.slug).where(these)
    return {row.id: row.slug for row in query}


def address(slug: str, row: Any) -> str:
    return url_for("practices.suggestion", slug=slug, suggestion_id=row.id)


def own(ids: Sequence[int]) -> dict[int, OwnText]:
    every = by_id(ids)
    slugs = slugs_of(every)
    return {row.id: own_text(row, slugs[row.practice]) for row in every}


def own_text(row: Suggestion, slug: str) -> OwnText:
    number = {"slug": slug, "suggestion_id": row.id}
    rewording = row.why and talk.is_unread(row)
    withdrawing = row.why and row.state not in OVER
    return OwnText(
        heading=row.why,
        language=row.language,
        url=address(slug, row),
        standing=STANDINGS[row.state],
        reword=url_for("practices.suggestion_wording", **number) if rewording else "",
        withdraw=f"{address(slug, row)}#own" if withdrawing else "",
    )


def none_public(_ids: Iterable[int]) -> set[int]:
    return set()


def register() -> None:
    kind = Kind(
        label=_l("Other words for a practice"),
        items=items,
        public=none_public,
        texts=own,
        passes_on=_l("Pass it on to those who keep the practice"),
        **rulings(SUGGESTIONS),
    )
    kinds.register(SUGGESTION, kind)
