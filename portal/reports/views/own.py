"""One's own reports: where they stand, other words, taking back."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.notices.bell import seen
from portal.paging import page_number
from portal.permissions import Permission, access, can, demand
from portal.reports.actions import withdrawing, writing
from portal.reports.forms.reports import ReportWordsForm
from portal.reports.models import REPORT
from portal.reports.queries import own as queries
from portal.reports.queries.drafts import draft_of, told
from portal.reports.queries.report import Found, by_number, with_all
from portal.reports.steps import ORDER
from portal.reports.views import bp
from portal.reports.views.writing import LARGEST_WRITING
from portal.vocabulary.queries import vocabulary
from portal.web import NOT_KEPT, render, request, see_other, set_by_value, takes


@bp.get("/reports/own")
@access(Permission.ACCOUNT_SEE)
def own() -> ResponseReturnValue:
    demand(Permission.ACCOUNT_SEE)
    draft = draft_of(current_user.id)
    page = queries.own(current_user, language(), page_number())
    html = render(
        "reports/own.html",
        reports=page.items,
        number=page.number,
        pages=page.pages,
        order=ORDER,
        draft=told(draft) if draft else {},
    )
    return html, 200, NOT_KEPT


@bp.get("/reports/<report_number>")
@access(Permission.ACCOUNT_SEE)
def report(report_number: str) -> ResponseReturnValue:
    demand(Permission.ACCOUNT_SEE)
    found = find(report_number)
    seen(REPORT, found.id)
    if found.mine and "sent" in request.args:
        html = render("reports/received.html", found=found, order=ORDER)
        return html, 200, NOT_KEPT
    return show(found, ReportWordsForm.of_report(found.report)), 200, NOT_KEPT


@bp.post("/reports/<report_number>")
@access(Permission.REPORT_REWORD)
@takes(LARGEST_WRITING)
def reword(report_number: str) -> ResponseReturnValue:
    found = find(report_number)
    demand(Permission.REPORT_REWORD, found)
    form = ReportWordsForm.read()
    if not form.validate():
        return show(found, form), 422, NOT_KEPT
    writing.reword(found.id, form.report_words)
    return see_other(url_for(".report", report_number=found.report.number))


@bp.post("/reports/<report_number>/withdrawal")
@access(Permission.REPORT_REWORD)
def set_withdrawn(report_number: str) -> ResponseReturnValue:
    found = find(report_number)
    demand(Permission.REPORT_REWORD, found)
    withdrawing.set_withdrawn(found.id, wanted=set_by_value())
    return see_other(url_for(".report", report_number=found.report.number))


def find(number: str) -> Found:
    """For who wrote it and those who read reports; nobody else hears that it is."""
    if not current_user.is_authenticated:
        abort(401)
    found = by_number(number, current_user)
    if found is None or not (found.mine or can(Permission.MODERATION_WORK)):
        abort(404)
    return found


def show(found: Found, form: ReportWordsForm) -> str:
    whole = with_all(found, language())
    return render(
        "reports/report.html",
        found=whole,
        report=whole.report,
        form=form,
        rewording=whole.mine and whole.report.state in writing.UNREAD,
        order=ORDER,
        words=vocabulary().words,
    )
