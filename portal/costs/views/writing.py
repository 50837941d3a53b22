"""The parts of a cost study as pages, and how each is saved."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from markupsafe import Markup

from portal.costs.actions.saving import STUDIES, next_position
from portal.costs.forms.editing import TeamForm, order_form, scenarios_form, text_form
from portal.costs.forms.lines import line_form
from portal.costs.labels import label, line_name, spoken, told
from portal.costs.queries.editing import Draft
from portal.costs.queries.page import read_in
from portal.costs.reading import study_of
from portal.forms import options
from portal.i18n import language
from portal.upkeep.actions.versioned import Saved
from portal.upkeep.forms.parts import PartForm
from portal.upkeep.labels import language_name
from portal.upkeep.merging import Conflict
from portal.upkeep.queries import scope, services
from portal.upkeep.snapshots import Snapshot, keys
from portal.upkeep.views.meeting import Asked, as_read
from portal.upkeep.views.part import Part, offer_nothing
from portal.upkeep.views.rooms import Room, told_of
from portal.web import render, see_other

FOLDER = "costs"
NEW = "new"


def text_part(draft: Draft, code: str) -> Part:
    return Part(
        "text",
        _("Text in %(name)s", name=language_name(code)),
        draft,
        url_for("costs.save_text", slug=draft.slug, text_language=code),
        text_form(code),
        spoken=code,
        folder=FOLDER,
    )


def scenarios_part(draft: Draft) -> Part:
    def offer(form: Any) -> None:
        form.offer()

    return part_of(draft, "scenarios", scenarios_form(draft.snapshot), offer)


def order_part(draft: Draft) -> Part:
    return part_of(draft, "order", order_form(draft.study))


def team_part(draft: Draft) -> Part:
    def offer(form: Any) -> None:
        held = draft.snapshot["team"]
        every = {
            code: name for code, (name, _of) in services.teams(language(), None).items()
        }
        mine = services.teams(language(), scope.organisations_of(current_user))
        stays = {held: every.get(held, _("not known"))}
        form.pick_team.choices = options(
            stays | {code: name for code, (name, _of) in mine.items()}
        )

    return part_of(draft, "team", TeamForm, offer)


TITLES = {
    "scenarios": lambda: _("Scenarios"),
    "order": lambda: _("Order of the lines"),
    "team": lambda: _("Responsible team"),
}
PARTS: dict[str, Callable[[Draft], Part]] = {
    "scenarios": scenarios_part,
    "order": order_part,
    "team": team_part,
}


def part_of(
    draft: Draft,
    name: str,
    form: type[PartForm],
    offer: Callable[[Any], None] = offer_nothing,
) -> Part:
    address = url_for("costs.save_part", slug=draft.slug, study_part=name)
    return Part(name, TITLES[name](), draft, address, form, offer, folder=FOLDER)


def line_part(draft: Draft, key: str) -> Part:
    """The line that is called so, or a new one, which comes last."""
    is_new = key == NEW
    if not is_new and key not in keys(draft.snapshot, "line"):
        abort(404)
    line = next((line for line in draft.study.lines if line.key == key), None)
    place = str(next_position(draft.snapshot, "line"))
    return Part(
        "line",
        line_name(line, language()) if line else _("A new line"),
        draft,
        url_for("costs.save_line", slug=draft.slug, line_key=key),
        line_form("new1" if is_new else key, draft.study),
        also={"line/new1/position": place} if is_new else {},
        context={"line": line, "study": draft.study},
        folder=FOLDER,
    )


def show(part: Part, form: PartForm, **more: object) -> str:
    return render("costs/part.html", fragment="preview", **part.shown(form, **more))


def preview(part: Part, form: PartForm, whole: Snapshot) -> str:
    """The page with the study as it would be."""
    return show(part, form, preview=drawn(whole), preview_language=language())


def drawn(snapshot: Snapshot) -> Markup:
    """The calculation of a study, as it is read."""
    study = study_of(snapshot)
    read = read_in(study, language())
    return Markup(  # noqa: S704  our own template
        render_template("costs/drawn.html", read=read)
    )


def read(part: Part, conflicts: list[Conflict]) -> dict[Conflict, Asked]:
    called = partial(label, study=part.kept.study)
    return as_read(conflicts, called, spoken, told)


def done(part: Part, saved: Saved, edition: int) -> ResponseReturnValue:
    more: Any = told_of(saved, edition)
    return see_other(url_for("costs.edition", slug=part.kept.slug, **more))


ROOM = Room(STUDIES, show, preview, read, done)
