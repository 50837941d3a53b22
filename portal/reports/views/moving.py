"""The reports of one phenomenon: taken out, split off, joined with another's."""

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.forms import new_submission
from portal.i18n import language
from portal.paging import page_number
from portal.permissions import Permission, access, demand
from portal.reports.actions import gathering as actions
from portal.reports.forms.gathering import NEW, MovingForm
from portal.reports.models import Phenomenon, PhenomenonText
from portal.reports.queries.editing import draft
from portal.reports.queries.gathering import of
from portal.reports.queries.held import Held, held
from portal.reports.queries.texts import title, titles
from portal.reports.views import bp
from portal.reports.views.phenomena import found
from portal.vocabulary.queries import vocabulary
from portal.web import NOT_KEPT, render, request, see_other


@bp.get("/phenomena/<slug>/reports")
@access(Permission.PHENOMENON_GATHER)
def reports(slug: str) -> ResponseReturnValue:
    demand(Permission.PHENOMENON_GATHER)
    return show(found(slug), MovingForm()), 200, NOT_KEPT


@bp.post("/phenomena/<slug>/reports")
@access(Permission.PHENOMENON_GATHER)
def move(slug: str) -> ResponseReturnValue:
    demand(Permission.PHENOMENON_GATHER)
    one = found(slug)
    form = MovingForm.read()
    if not form.validate():
        return show(one, form), 422, NOT_KEPT
    if form.into == NEW:
        made, moved = actions.gather_new(
            form.reports,
            form.title_of_new,
            by=current_user,
            batch=form.batch,
            source=one.id,
        )
        slug = made.slug
    else:
        moved = actions.take_out(
            form.reports, one.id, by=current_user, batch=form.batch
        )
    said: Any = {"done": moved.reports, "left": moved.passed_over or None}
    return see_other(url_for("reports.reports", slug=slug, **said))


@bp.post("/phenomena/<slug>/whole")
@access(Permission.PHENOMENON_GATHER)
def set_whole(slug: str) -> ResponseReturnValue:
    """Join it with another; undone among the latest moves."""
    demand(Permission.PHENOMENON_GATHER)
    one = found(slug)
    whole = held(request.form.get("pick_whole", "")) or abort(422)
    batch = request.form.get("submission", "")[:40] or new_submission()
    actions.join(one.id, whole.id, by=current_user, batch=batch)
    return see_other(url_for("reports.reports", slug=whole.slug))


def show(one: Held, form: MovingForm) -> str:
    some = of(one.id, page_number(), language())
    return render(
        "reports/moving.html",
        held=one,
        draft=draft(one),
        some=some,
        form=form,
        number=some.number,
        pages=some.pages,
        others=others(one),
        words=vocabulary().words,
    )


def others(one: Held) -> list[tuple[str, str]]:
    """Those it can be joined with, by address. Two statements."""
    rows = list(
        Phenomenon.select(Phenomenon.id, Phenomenon.slug).where(
            Phenomenon.joined.is_null(), Phenomenon.id != one.id
        )
    )
    named = titles(PhenomenonText.phenomenon.in_([row.id for row in rows]))
    told = [
        (row.slug, (title(named.get(row.id, {}), language()) or (row.slug, ""))[0])
        for row in rows
    ]
    return sorted(told, key=lambda other: other[1].casefold())
