"""The list of groups."""

from dataclasses import dataclass

from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.db import now
from portal.directory.models import CHANGES as DIRECTORY
from portal.directory.queries.names import organisation_names
from portal.freshness import kept
from portal.groups.life import Life
from portal.groups.models import CHANGES
from portal.groups.queries.groups import Listed, listing
from portal.groups.views import bp
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import PUBLIC, Permission, access, can
from portal.upkeep.queries.scope import organisations_of
from portal.web import render, request

PAGE_SIZE = 20


@dataclass(frozen=True)
class Wish:
    """What the list is narrowed to: a state, and an organisation by its id."""

    state: str
    organisation: int


@bp.get("/groups")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY)
def groups() -> ResponseReturnValue:
    mine = own() if can(Permission.GROUP_CREATE) else frozenset()
    every = listing(now(), mine)
    called = organisation_names(language())
    keepers = called.keys() & {one.found.organisation for one in every}
    wish = read_wish()
    shown = page_of([one for one in every if fits(one, wish)], PAGE_SIZE)
    return render(
        "groups/groups.html",
        fragment="results",
        groups=shown.items,
        number=shown.number,
        pages=shown.pages,
        wish=wish,
        any=bool(every),
        organisations=sorted(
            ((key, *called[key]) for key in keepers), key=lambda one: one[1].casefold()
        ),
        names=called,
    )


def own() -> frozenset[int] | None:
    """The organisations whose groups who looks may edit; None is all."""
    return organisations_of(current_user)


def read_wish() -> Wish:
    """What the address asks for; values that there are not are passed over."""
    state = request.args.get("state", "")
    written = request.args.get("organisation", "")
    is_number = written.isascii() and written.isdecimal() and len(written) < 9  # noqa: PLR2004  as many digits as an id may have
    return Wish(state if state in set(Life) else "", int(written) if is_number else 0)


def fits(one: Listed, wish: Wish) -> bool:
    return wish.state in {"", one.life.value} and wish.organisation in {
        0,
        one.found.organisation,
    }
