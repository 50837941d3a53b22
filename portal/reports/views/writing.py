"""Telling what one sees: the form and its draft."""

from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.permissions import Permission, access, demand
from portal.reports.actions import drafts, writing
from portal.reports.forms.reports import ReportForm
from portal.reports.queries.drafts import Values, draft_of, told
from portal.reports.views import bp
from portal.web import NOT_KEPT, render, request, see_other, tag, takes, wants

LARGEST_WRITING = 1024 * 1024
"""Bytes: what is pasted in by mistake is given back, not refused unread."""


@bp.get("/reports/new")
@access(Permission.REPORT_WRITE)
def new() -> ResponseReturnValue:
    demand(Permission.REPORT_WRITE)
    draft = draft_of(current_user.id)
    kept = "kept" if draft and "kept" in request.args else ""
    return show(ReportForm.of(draft), begun=bool(draft), kept=kept), 200, NOT_KEPT


@bp.post("/reports")
@access(Permission.REPORT_WRITE)
@takes(LARGEST_WRITING)
def send() -> ResponseReturnValue:
    demand(Permission.REPORT_WRITE)
    form = ReportForm.read()
    if not form.validate():
        return show(form), 422, NOT_KEPT
    made = writing.report(
        current_user,
        form.about,
        form.report_words,
        language=form.language.data,
        submission=mark(form),
        form=form.submission.data or "",
    )
    return see_other(url_for(".report", report_number=made.number, sent=1))


@bp.post("/reports/draft")
@access(Permission.REPORT_WRITE)
@takes(LARGEST_WRITING)
def save_draft() -> ResponseReturnValue:
    """Keep what is in the form, or give it up."""
    if wants("kept"):
        return save_quietly()
    demand(Permission.REPORT_WRITE)
    if request.form.get("wanted") == "0":
        drafts.delete_draft(current_user)
        return see_other(url_for(".new"))
    form = ReportForm.read()
    if other := keep(form):
        return show(form, other=other), 409, NOT_KEPT
    if wants("service"):
        context = around(form) | {"asked_now": True}
        return render("reports/new.html", fragment="service", **context)
    anchor = "service" if request.form.get("find") else None
    return see_other(url_for(".new", kept=1, _anchor=anchor))


def save_quietly() -> str:
    """While somebody types, the answer is one line; an account that was signed out
    meanwhile is told beside the words."""
    if not current_user.is_authenticated:
        return line("lost")
    demand(Permission.REPORT_WRITE)
    form = ReportForm.read()
    other = keep(form)
    return line("kept" if told(form.unfinished) and not other else "", other)


def keep(form: ReportForm) -> Values | None:
    """Keep the draft, unless it was sent already. The other one that this would take
    the place of, if there is one."""
    if writing.by_submission(mark(form)):
        return None
    instead = request.form.get("instead") == "1"
    try:
        drafts.save_draft(current_user, form.unfinished, instead=instead)
    except drafts.AnotherDraft as another:
        return dict(another.values)
    return None


def mark(form: ReportForm) -> str:
    """What tells one sending from another: other words in a form sent before are
    another report."""
    return tag(form.submission.data, current_user.id, form.report_words)


def line(kept: str, other: Values | None = None) -> str:
    return render("reports/kept.html", fragment="kept", kept=kept, other=other)


def show(
    form: ReportForm,
    *,
    begun: bool = False,
    kept: str = "",
    other: Values | None = None,
) -> str:
    context = around(form) | {"begun": begun, "kept": kept, "other": other}
    return render("reports/new.html", **context)


def around(form: ReportForm) -> dict[str, Any]:
    looked = bool(form.service_words.data)
    return {"form": form, "looked": looked, "asked_now": False}
