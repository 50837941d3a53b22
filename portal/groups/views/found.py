"""Finding a group for a page."""

from collections.abc import Mapping
from typing import Any

from flask import abort, url_for
from flask_babel import gettext as _
from flask_login import current_user

from portal.directory.queries.names import organisation_names
from portal.groups.queries.groups import Found, group
from portal.i18n import language
from portal.permissions import Permission, can, demand
from portal.upkeep.queries.scope import organisations_of


def found_group(slug: str) -> Found:
    """The group, or 404: one that is not public is there for those who edit it."""
    found = group(slug) or abort(404)
    if not found.row.public and not can(Permission.GROUP_EDIT, found):
        abort(404)
    return found


def edited_group(slug: str) -> Found:
    """The group, for somebody who may change it."""
    found = found_group(slug)
    demand(Permission.GROUP_EDIT, found)
    return found


def own_organisations(also: int | None = None) -> dict[str, str]:
    """Those that who looks may let a group belong to, by id; a coordinator may leave
    it open."""
    mine = organisations_of(current_user)
    named = {
        str(key): name
        for key, (name, _in) in organisation_names(language()).items()
        if mine is None or key in mine or key == also
    }
    none = {"": ""} if mine is None else {}
    return {**none, **by_name(named)}


def all_organisations() -> dict[str, str]:
    every = organisation_names(language()).items()
    return by_name({str(key): name for key, (name, _in) in every})


def by_name(named: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))


def trail(found: Found | None = None, *more: tuple[str, str]) -> list[tuple[str, Any]]:
    """The way to a page under the groups."""
    first = [
        (_("Practices"), url_for("practices.practices")),
        (_("Groups and networks"), url_for("groups.groups")),
    ]
    if found is None:
        return first
    name, _spoken = found.name(language())
    return [*first, (name, url_for("groups.group", slug=found.slug)), *more]
