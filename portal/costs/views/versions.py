"""Versions of a cost study: what changed when, and bringing one back."""

from collections.abc import Iterator
from functools import partial

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.costs.actions.saving import restore
from portal.costs.changes import called, differing_things, in_words
from portal.costs.labels import spoken
from portal.costs.queries.editing import title_in
from portal.costs.queries.keeping import findable, kept_by
from portal.costs.queries.versions import editions, public_editions
from portal.costs.reading import Scenario, Study, study_of
from portal.costs.views import bp
from portal.differences import Piece, pieces
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.upkeep.queries.versions import Edition
from portal.upkeep.views.meeting import owner_names
from portal.upkeep.views.versions import chosen, restored
from portal.web import render, see_other


@bp.get("/cost-studies/<slug>/versions")
@access(PUBLIC)
def versions(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    editing = can(Permission.COST_EDIT, kept_by(found))
    shown = editions(found) if editing else public_editions(found)
    newer, older = chosen(shown, "to"), chosen(shown, "from")
    stands = study_of(shown[0].snapshot)
    return render(
        "costs/versions.html",
        slug=slug,
        name=title_in(stands, language()) or (slug, language()),
        editing=editing,
        editions=shown,
        newer=newer,
        older=older,
        changes=list(differences(older, newer)) if older and newer else [],
    )


@bp.post("/cost-studies/<slug>/versions")
@access(Permission.COST_EDIT)
def restore_version(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    done = restored(partial(restore, found, by=current_user))
    return see_other(url_for("costs.edition", slug=slug, done=done))


def differences(
    older: Edition, newer: Edition
) -> Iterator[tuple[str, list[Piece], str]]:
    """What differs, each with its title, its words and the language of these."""
    both, owners = known_in(older, newer), owner_names()
    for changed in differing_things(older.snapshot, newer.snapshot):
        before, after = (
            in_words(changed, edition.snapshot, owners) for edition in (older, newer)
        )
        yield called(changed, both), pieces(before, after), spoken(changed)


def known_in(older: Edition, newer: Edition) -> Study:
    """What either version knows, to name what only one of them holds."""
    before, after = study_of(older.snapshot), study_of(newer.snapshot)
    scenarios: dict[str, Scenario] = {
        one.key: one for one in (*before.scenarios, *after.scenarios)
    }
    lines = {one.key: one for one in (*before.lines, *after.lines)}
    return Study(after.texts, list(scenarios.values()), list(lines.values()))
