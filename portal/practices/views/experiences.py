"""What people with lived experience say, and telling it."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.freshness import kept
from portal.i18n import language
from portal.moderation.queries import verdicts
from portal.notices.bell import seen
from portal.paging import page_of
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.practices.actions import experiences as actions
from portal.practices.forms.experiences import ExperienceForm, PanelForm, as_told
from portal.practices.models import EXPERIENCE
from portal.practices.queries import experiences as queries
from portal.practices.queries.experiences import Own
from portal.practices.queries.page import Page, page
from portal.practices.views import bp
from portal.practices.views.asked import Asked, find_for_author, viewer
from portal.practices.views.practice import CONTENTS
from portal.roles import lives_with_it
from portal.web import render, request, see_other, set_by_value, tag

PATH = "/practices/<slug>/experiences"
PAGE_SIZE = 20


@bp.get(PATH)
@access(PUBLIC)
@kept(*CONTENTS)
def experiences(slug: str) -> ResponseReturnValue:
    return show(find(slug), new_form() if can(Permission.EXPERIENCE_TELL) else None)


@bp.post(PATH)
@access(Permission.EXPERIENCE_TELL)
def tell(slug: str) -> ResponseReturnValue:
    demand(Permission.EXPERIENCE_TELL)
    shown, form = find(slug), new_form()
    if not form.validate():
        return show(shown, form), HTTPStatus.UNPROCESSABLE_ENTITY
    sent = tag(form.submission.data, current_user.id, shown.practice.id)
    told = actions.tell(
        shown.practice,
        current_user,
        form.telling(current_user.voice),
        sent if isinstance(form, PanelForm) else "",
    )
    return see_other(own_page(slug, told.id, sent=1))


@bp.get(f"{PATH}/<id:experience_id>")
@access(PUBLIC)
def experience(slug: str, experience_id: int) -> ResponseReturnValue:
    """What one has told, to change it or take it back; others are led to where it
    stands among the rest, on its page of them."""
    asked, own = find_own(slug, experience_id)
    if own is None:
        number = queries.page_with(asked.practice, experience_id, PAGE_SIZE)
        anchor = f"experience-{experience_id}"
        page = number if number > 1 else None
        return see_other(url_for(".experiences", slug=slug, page=page, _anchor=anchor))
    seen(EXPERIENCE, experience_id)
    return show_own(asked, own, form_of(own))


@bp.post(f"{PATH}/<id:experience_id>")
@access(Permission.TALK_REWORD)
def reword_experience(slug: str, experience_id: int) -> ResponseReturnValue:
    asked, own = only_own(slug, experience_id)
    demand(Permission.TALK_REWORD, own)
    form = form_of(own)
    if not form.validate():
        return show_own(asked, own, form), HTTPStatus.UNPROCESSABLE_ENTITY
    actions.reword(experience_id, form.telling(own.row.voice))
    return see_other(own_page(slug, experience_id, sent=1))


@bp.post(f"{PATH}/<id:experience_id>/withdrawal")
@access(Permission.TALK_REWORD)
def set_experience_withdrawn(slug: str, experience_id: int) -> ResponseReturnValue:
    _asked, own = only_own(slug, experience_id)
    demand(Permission.TALK_REWORD, own)
    actions.set_withdrawn(experience_id, wanted=set_by_value())
    return see_other(own_page(slug, experience_id))


def own_page(slug: str, number: int, sent: int | None = None) -> str:
    return url_for(".experience", slug=slug, experience_id=number, sent=sent)


def find(slug: str) -> Page:
    return page(slug, language()) or abort(404)


def find_own(slug: str, number: int) -> tuple[Asked, Own | None]:
    """Own words are found again, also of a practice that nobody else sees any more."""
    asked, me = find_for_author(slug), viewer()
    own = queries.own_experience(asked.practice, number, me) if me else None
    if not (asked.is_open or own):
        abort(404)
    return asked, own


def only_own(slug: str, number: int) -> tuple[Asked, Own]:
    asked, own = find_own(slug, number)
    return asked, own or abort(404 if viewer() else 401)


def new_form() -> ExperienceForm:
    """That of who has lived through it; else that of who tells for a panel."""
    own = lives_with_it(current_user, None)
    return ExperienceForm.read() if own else PanelForm.read()


def form_of(own: Own) -> ExperienceForm:
    form = PanelForm if own.row.people > 1 else ExperienceForm
    return form.read(data=as_told(own.row))


def show(shown: Page, form: ExperienceForm | None) -> str:
    found = queries.experiences(shown.practice, current_user)
    said = page_of(found.said, PAGE_SIZE)
    return render(
        "practices/experiences.html",
        page=shown,
        found=found,
        said=said.items,
        number=said.number,
        pages=said.pages,
        form=None if found.has_told and type(form) is ExperienceForm else form,
    )


def show_own(asked: Asked, own: Own, form: ExperienceForm) -> str:
    return render(
        "practices/experience.html",
        asked=asked,
        own=own,
        form=form,
        decided=verdicts(EXPERIENCE, [own.row.id]).get(own.row.id),
        sent="sent" in request.args,
    )
