"""Practices that somebody follows."""

from collections.abc import Sequence

from flask import url_for

from portal.i18n import language
from portal.notices import things
from portal.notices.things import Thing
from portal.practices.models import KIND
from portal.search.queries import names


def register() -> None:
    things.register(KIND, followed)


def followed(ids: Sequence[int]) -> dict[int, Thing]:
    return {
        name.item_id: Thing(
            name.title,
            name.language,
            url_for("practices.practice", slug=name.slug),
        )
        for name in names(KIND, list(ids), language()).values()
    }
