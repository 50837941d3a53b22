"""Saying once a year, by a signed link, whether an application is still so. Reading
never changes anything: mail filters follow links too."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import day, language
from portal.permissions import PUBLIC, access
from portal.practices import review_links
from portal.practices.actions import applications as actions
from portal.practices.actions.applications import Outdated
from portal.practices.forms.application_reviews import ApplicationReviewForm
from portal.practices.models import Application, Practice, Use
from portal.practices.queries.applications import Applied, application
from portal.practices.queries.editions import editions
from portal.practices.queries.heads import head
from portal.practices.queries.keeping import findable
from portal.practices.review_links import ReviewLink
from portal.practices.views import bp
from portal.practices.views.applications import elsewhere
from portal.upkeep import signed_links
from portal.web import NOT_LISTED, render, request, see_other

DONE = {"right", "changes", "stopped"}


@bp.get("/application-reviews/<review_token>")
@access(PUBLIC)
def application_review(review_token: str) -> ResponseReturnValue:
    link, practice, applied = asked_by(review_token)
    form = offered(ApplicationReviewForm.of(applied), practice, applied)
    return show(link, practice, applied, review_token, form), NOT_LISTED


@bp.post("/application-reviews/<review_token>")
@access(PUBLIC)
def answer_application_review(review_token: str) -> ResponseReturnValue:
    link, practice, applied = asked_by(review_token)
    form = offered(ApplicationReviewForm.read(), practice, applied)
    back = url_for("practices.application_review", review_token=review_token)
    is_right = form.validate()
    if closed(link, applied):
        return see_other(back) if form.repeats(applied) else abort(HTTPStatus.CONFLICT)
    if not is_right:
        page = show(link, practice, applied, review_token, form)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY, NOT_LISTED
    row = Application.get_by_id(applied.id)
    try:
        if form.still_so:
            actions.confirm(row, edition=link.edition)
        else:
            used = form.used(applied.area.id, applied.organisation, applied.email)
            actions.change_use(row, used, edition=link.edition, by=None)
    except Outdated:
        return answer_application_review(review_token)
    return see_other(f"{back}?done={form.decision.data}")


def asked_by(token: str) -> tuple[ReviewLink, Practice, Applied]:
    """What the link asks about, or 404."""
    link = signed_links.asked(review_links.read, token)
    row = Application.get_or_none(Application.id == link.application_id) or abort(404)
    slug = Practice.get_by_id(row.practice).slug
    practice = findable(slug) or abort(404)
    return link, practice, application(practice.id, row.id, language()) or abort(404)


def closed(link: ReviewLink, applied: Applied) -> bool:
    return link.outdated or applied.edition != link.edition


def offered(
    form: ApplicationReviewForm, practice: Practice, applied: Applied
) -> ApplicationReviewForm:
    form.offer_versions(editions(practice), day, used=applied.version)
    form.told_elsewhere = "stopped" in elsewhere(applied)
    return form


def show(
    link: ReviewLink,
    practice: Practice,
    applied: Applied,
    token: str,
    form: ApplicationReviewForm,
) -> str:
    done = request.args.get("done", "")
    return render(
        "practices/review.html",
        practice=practice,
        head=head(practice.id, language()),
        applied=applied,
        elsewhere=elsewhere(applied),
        token=token,
        form=form,
        outdated=link.outdated,
        closed=closed(link, applied),
        done=done if done in DONE else "",
        ended=applied.state is Use.STOPPED,
    )
