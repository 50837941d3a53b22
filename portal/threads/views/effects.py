"""Telling how it went, and what others told."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal import limits
from portal.accounts.models import Voice
from portal.freshness import kept
from portal.i18n import language
from portal.moderation.queries import verdicts
from portal.notices.bell import seen
from portal.paging import page_of
from portal.permissions import PUBLIC, access
from portal.threads.actions import effects as actions
from portal.threads.forms.effects import EffectForm, UnknownForm, as_told
from portal.threads.models import EFFECT
from portal.threads.queries import effects as queries
from portal.threads.queries.effects import Own
from portal.threads.queries.named import Named, found
from portal.threads.views import bp
from portal.web import NOT_LISTED, render, request, see_other, set_by_value, tag

PATH = "/threads/<slug>/effects"
PAGE_SIZE = 20
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@bp.get(PATH)
@access(PUBLIC)
@kept()
def effects(slug: str) -> ResponseReturnValue:
    return show(find(slug), new_form())


@bp.post(PATH)
@access(PUBLIC)
def tell_effect(slug: str) -> ResponseReturnValue:
    thread, form = find(slug), new_form()
    if not form.validate():
        return show(thread, form), UNPROCESSABLE
    known = current_user.is_authenticated
    if not known:
        limits.allow(limits.FEEDBACK)
    told = actions.tell(
        thread.id,
        current_user if known else None,
        form.telling(current_user.voice if known else Voice.RESIDENT),
        tag(form.submission.data, thread.id, form.body.data),
    )
    if not known:
        limits.count_failure(limits.FEEDBACK)
    return see_other(url_for(".own_effect", slug=slug, code=told.code, sent=1))


@bp.get(f"{PATH}/<code>")
@access(PUBLIC)
def own_effect(slug: str, code: str) -> ResponseReturnValue:
    own = find_own(slug, code)
    seen(EFFECT, own.row.id)
    return show_own(slug, own, form_of(own)), NOT_LISTED


@bp.post(f"{PATH}/<code>")
@access(PUBLIC)
def reword_effect(slug: str, code: str) -> ResponseReturnValue:
    own = find_own(slug, code)
    form = form_of(own)
    if not form.validate():
        return show_own(slug, own, form), UNPROCESSABLE, NOT_LISTED
    actions.reword(own.row.id, form.telling(own.row.voice))
    return see_other(url_for(".own_effect", slug=slug, code=own.row.code, sent=1))


@bp.post(f"{PATH}/<code>/withdrawal")
@access(PUBLIC)
def set_effect_withdrawn(slug: str, code: str) -> ResponseReturnValue:
    own = find_own(slug, code)
    actions.set_withdrawn(own.row.id, wanted=set_by_value())
    return see_other(url_for(".own_effect", slug=slug, code=own.row.code))


def find(slug: str) -> Named:
    return found(slug, language()) or abort(404)


def find_own(slug: str, code: str) -> Own:
    """Whoever has the code finds it, also of a thread that is no longer public."""
    limits.allow(limits.FOLLOW)
    me = current_user.id if current_user.is_authenticated else None
    own = queries.own_effect(slug, code.upper(), me)
    if own is None:
        limits.count_failure(limits.FOLLOW)
        abort(404)
    return own


def new_form() -> EffectForm:
    known = current_user.is_authenticated
    return EffectForm.read() if known else UnknownForm.read()


def form_of(own: Own) -> EffectForm:
    sort = EffectForm if own.row.author else UnknownForm
    return sort.read(data=as_told(own.row))


def show(thread: Named, form: EffectForm) -> str:
    told = queries.effects(thread.id)
    said = page_of(told.said, PAGE_SIZE)
    known = current_user.is_authenticated
    return render(
        "threads/effects_page.html",
        thread=thread,
        said=said.items,
        number=said.number,
        pages=said.pages,
        sums=told.sums,
        form=form,
        own_code=queries.told_by(thread.id, current_user.id) if known else "",
    )


def show_own(slug: str, own: Own, form: EffectForm) -> str:
    return render(
        "threads/effect_own.html",
        slug=slug,
        thread=found(slug, language()),
        own=own,
        form=form,
        decided=verdicts(EFFECT, [own.row.id]).get(own.row.id),
        sent="sent" in request.args,
    )
