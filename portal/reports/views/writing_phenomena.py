"""Writing a phenomenon, answering it, and its versions."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.differences import Piece, pieces
from portal.i18n import language
from portal.notices.bell import seen
from portal.permissions import Permission, access, can, demand
from portal.reports.actions import phenomena as actions
from portal.reports.forms.phenomena import AnswerForm, WordsForm
from portal.reports.labels_of_phenomena import label, spoken
from portal.reports.models import KIND
from portal.reports.queries.editing import draft, editions
from portal.reports.queries.held import Held
from portal.reports.snapshots import ANSWER, WORDS
from portal.reports.views import bp
from portal.reports.views.phenomena import found
from portal.upkeep.actions.versioned import Saved
from portal.upkeep.diffs import changes
from portal.upkeep.forms.parts import PartForm
from portal.upkeep.merging import Conflict
from portal.upkeep.queries.versions import Edition
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.meeting import Asked, reads
from portal.upkeep.views.part import Part
from portal.upkeep.views.rooms import Room, save_in, told_of
from portal.upkeep.views.versions import chosen, restored
from portal.web import render, see_other, set_by_value, takes

MOST_BYTES = 1_000_000


def part(held: Held, name: str, title: str, address: str, form: type[PartForm]) -> Part:
    return Part(name, title, draft(held), address, form, folder="reports")


def words_part(held: Held) -> Part:
    address = url_for("reports.set_edition", slug=held.slug)
    return part(held, "words", _("Title and summary"), address, WordsForm)


def answer_part(held: Held) -> Part:
    address = url_for("reports.set_answer", slug=held.slug)
    return part(held, "answer", _("The answer"), address, AnswerForm)


def show(page: Part, form: PartForm, **more: object) -> str:
    names = WORDS if page.name == "words" else ANSWER
    return render(
        "reports/part.html", fragment="preview", names=names, **page.shown(form, **more)
    )


def preview(page: Part, form: PartForm, whole_: Snapshot) -> str:
    names = WORDS if page.name == "words" else ANSWER
    drawn = render("reports/as_read.html", written=whole_, names=names)
    return show(page, form, preview=drawn, preview_language=language())


def read(_page: Part, conflicts: list[Conflict]) -> dict[Conflict, Asked]:
    return {
        met: reads(met, label(met.name), spoken(met.name), str) for met in conflicts
    }


def done(page: Part, saved: Saved, edition: int) -> ResponseReturnValue:
    to = "reports.progress" if page.name == "answer" else "reports.phenomenon"
    more: Any = {name: v for name, v in told_of(saved, edition).items() if v}
    return see_other(url_for(to, slug=page.kept.slug, **more))


PHENOMENA = Room(actions.PHENOMENA, show, preview, read, done)


@bp.get("/phenomena/<slug>/edition")
@access(Permission.PHENOMENON_GATHER)
def edition(slug: str) -> ResponseReturnValue:
    demand(Permission.PHENOMENON_GATHER)
    page = words_part(found(slug))
    return show(page, page.filled())


@bp.post("/phenomena/<slug>/edition")
@access(Permission.PHENOMENON_GATHER)
@takes(MOST_BYTES)
def set_edition(slug: str) -> ResponseReturnValue:
    demand(Permission.PHENOMENON_GATHER)
    return save_in(PHENOMENA, words_part(found(slug)))


@bp.get("/phenomena/<slug>/answer")
@access(Permission.PHENOMENON_ANSWER)
def answer(slug: str) -> ResponseReturnValue:
    held = found(slug)
    demand(Permission.PHENOMENON_ANSWER, held)
    seen(KIND, held.id)
    page = answer_part(held)
    return show(page, page.filled())


@bp.post("/phenomena/<slug>/answer")
@access(Permission.PHENOMENON_ANSWER)
@takes(MOST_BYTES)
def set_answer(slug: str) -> ResponseReturnValue:
    held = found(slug)
    demand(Permission.PHENOMENON_ANSWER, held)
    return save_in(PHENOMENA, answer_part(held))


@bp.post("/phenomena/<slug>/publicity")
@access(Permission.PHENOMENON_GATHER)
def set_public(slug: str) -> ResponseReturnValue:
    demand(Permission.PHENOMENON_GATHER)
    actions.set_public(found(slug).id, wanted=set_by_value())
    return see_other(url_for("reports.phenomenon", slug=slug))


@bp.get("/phenomena/<slug>/versions")
@access(Permission.PHENOMENON_ANSWER)
def versions(slug: str) -> ResponseReturnValue:
    held = found(slug)
    demand(Permission.PHENOMENON_ANSWER, held)
    shown = editions(held)
    newer, older = chosen(shown, "to"), chosen(shown, "from")
    return render(
        "reports/versions.html",
        draft=draft(held),
        editing=can(Permission.PHENOMENON_GATHER),
        editions=shown,
        newer=newer,
        older=older,
        changes=list(differences(older, newer)) if older and newer else [],
    )


@bp.post("/phenomena/<slug>/versions")
@access(Permission.PHENOMENON_GATHER)
def restore(slug: str) -> ResponseReturnValue:
    demand(Permission.PHENOMENON_GATHER)
    row = found(slug).row
    said = restored(partial(actions.PHENOMENA.restore, row, by=current_user))
    return see_other(url_for("reports.phenomenon", slug=slug, done=said))


def differences(
    older: Edition, newer: Edition
) -> Iterator[tuple[str, list[Piece], str]]:
    """What differs, each with its title, its words and the language of these."""
    for name, before, after in changes(older.snapshot, newer.snapshot):
        yield label(name), pieces(before, after), spoken(name)
