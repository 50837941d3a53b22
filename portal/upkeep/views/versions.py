"""Versions of a service: what changed when, and bringing one back."""

from collections.abc import Callable, Iterator
from functools import partial

from flask import Response, abort, make_response
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.differences import Piece, pieces
from portal.directory.models import Service
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.upkeep.actions import saving
from portal.upkeep.actions.versioned import Saved
from portal.upkeep.diffs import changes
from portal.upkeep.labels import label, spoken, told
from portal.upkeep.queries import services
from portal.upkeep.queries.services import Kept
from portal.upkeep.queries.versions import Edition, editions, public_editions
from portal.upkeep.views import bp
from portal.upkeep.views.meeting import owner_names
from portal.upkeep.views.overview import overview_of
from portal.upkeep.views.parts import find
from portal.web import render, request

LONGEST_NUMBER = 9


@bp.get("/services/<slug>/versions")
@access(PUBLIC)
def versions(slug: str) -> ResponseReturnValue:
    kept = services.kept(services.service(slug) or abort(404))
    editing = can(Permission.SERVICE_EDIT, kept.service)
    if not editing and not services.is_public(kept):
        abort(404)
    shown = editions_for(kept, editing=editing)
    newer, older = chosen(shown, "to"), chosen(shown, "from")
    both = (older, newer) if older and newer else None
    return unseen(
        kept.service,
        render(
            "upkeep/versions.html",
            service=kept.service,
            name=kept.public_name(language()) if not editing else kept.name(language()),
            editing=editing,
            editions=shown,
            newer=newer,
            older=older,
            changes=compared(*both) if both else [],
        ),
    )


@bp.post("/services/<slug>/versions")
@access(Permission.SERVICE_EDIT)
def restore(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.SERVICE_EDIT, kept.service)
    restoring = partial(saving.restore, kept.service, by=current_user)
    return overview_of(slug, done=restored(restoring))


def compared(older: Edition, newer: Edition) -> list[tuple[str, list[Piece], str]]:
    called = partial(label, places=services.place_names(language()))
    return list(differences(older, newer, called, spoken, told))


def editions_for(kept: Kept, *, editing: bool) -> list[Edition]:
    """Every version for editors, what was public of them for everybody."""
    if not editing:
        return public_editions(kept.service)
    found = editions(kept.service)
    if not can(Permission.SERVICE_STAFF_NOTES):
        for edition in found:
            for name in list(edition.snapshot):
                if name.endswith("/staff_notes"):
                    del edition.snapshot[name]
    return found


def restored(restoring: Callable[[int], Saved]) -> str:
    """Brings back the version that was asked for, and says what came of it."""
    number = whole(request.form.get("version", ""))
    if number is None:
        abort(422)
    try:
        saved = restoring(number)
    except LookupError:
        abort(404)
    return "restored" if saved.changed else "same"


def chosen(shown: list[Edition], name: str) -> Edition | None:
    number = whole(request.args.get(name, ""))
    return next((edition for edition in shown if edition.number == number), None)


def whole(written: str) -> int | None:
    right = written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER
    return int(written) if right else None


def differences(
    older: Edition,
    newer: Edition,
    label: Callable[[str], str],
    spoken: Callable[[str], str],
    told: Callable[[str, str, dict[str, str]], str],
) -> Iterator[tuple[str, list[Piece], str]]:
    """What differs, each with its title, its words and the language of these."""
    named = owner_names()
    for name, before, after in changes(older.snapshot, newer.snapshot):
        words = pieces(told(name, before, named), told(name, after, named))
        yield label(name), words, spoken(name)


def unseen(service: Service, html: str) -> Response:
    """The page, kept nowhere if the service is one that nobody is to know of."""
    response = make_response(html)
    if service.sensitive:
        response.headers["Cache-Control"] = "no-store"
    return response
