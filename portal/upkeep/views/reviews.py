"""Saying by a signed link that a card still holds. Reading never changes anything:
mail filters follow links too."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal import limits
from portal.directory.models import Service
from portal.directory.queries import cards
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.upkeep import review_links, signed_links
from portal.upkeep.actions.feedback import receive
from portal.upkeep.actions.reviews import confirm
from portal.upkeep.forms.reviews import ReviewForm
from portal.upkeep.notes import Note
from portal.upkeep.review_links import ReviewLink
from portal.upkeep.views import bp
from portal.web import NOT_LISTED, render, request, see_other


@bp.get("/reviews/<token>")
@access(PUBLIC)
def review(token: str) -> ResponseReturnValue:
    return show(*asked_by(token), token, ReviewForm()), NOT_LISTED


@bp.post("/reviews/<token>")
@access(PUBLIC)
def answer_review(token: str) -> ResponseReturnValue:
    link, service = asked_by(token)
    form = ReviewForm.read()
    if closed(link, service):
        return see_other(url_for("upkeep.review", token=token))
    if not form.validate():
        page = show(link, service, token, form)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY, NOT_LISTED
    if form.is_right:
        by = current_user if current_user.is_authenticated else None
        note = Note(_("Still right, by the link in the mail"), language())
        confirm(service, edition=form.seen_edition, note=note, by=by)
        return see_other(url_for("upkeep.review", token=token, done=1))
    limits.allow(limits.FEEDBACK)
    stored = receive(service, form.said)
    limits.count_failure(limits.FEEDBACK)
    return see_other(url_for("upkeep.followed", code=stored.code, sent=1))


def asked_by(token: str) -> tuple[ReviewLink, Service]:
    link = signed_links.asked(review_links.read, token)
    service = Service.get_or_none(Service.id == link.service_id) or abort(404)
    return link, service


def closed(link: ReviewLink, service: Service) -> bool:
    return link.outdated or service.checked_on != link.checked_on


def show(link: ReviewLink, service: Service, token: str, form: ReviewForm) -> str:
    card = cards.card(service.slug, language()) or abort(404)
    return render(
        "upkeep/review.html",
        card=card,
        token=token,
        form=form,
        outdated=link.outdated,
        closed=closed(link, service),
        done="done" in request.args,
    )
