"""Beginning a thread and writing its texts; two who do so at once are joined."""

from functools import partial
from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.threads.actions import threads as actions
from portal.threads.forms.linking import NewThreadForm
from portal.threads.forms.threads import ThreadForm
from portal.threads.queries.threads import Found, written
from portal.threads.views import bp
from portal.threads.views.thread import found
from portal.upkeep.views.both import Edited
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary
from portal.web import render, see_other, set_by_value

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@bp.post("/threads")
@access(Permission.THREAD_EDIT)
def create() -> ResponseReturnValue:
    demand(Permission.THREAD_EDIT)
    form = NewThreadForm.read()
    if form.end is None:
        abort(UNPROCESSABLE)
    if not form.validate():
        return render("threads/new.html", form=form, start=form.end), UNPROCESSABLE
    try:
        made = actions.create(
            form.end,
            form.title.data,
            form.language.data,
            submission=form.submission.data or "",
        )
    except LookupError:
        abort(404)
    return see_other(url_for(".edition", slug=made.slug))


@bp.get("/threads/<slug>/edition")
@access(Permission.THREAD_EDIT)
def edition(slug: str) -> ResponseReturnValue:
    demand(Permission.THREAD_EDIT)
    return edited(found(slug)).opened()


@bp.post("/threads/<slug>/edition")
@access(Permission.THREAD_EDIT)
def set_edition(slug: str) -> ResponseReturnValue:
    demand(Permission.THREAD_EDIT)
    return edited(found(slug)).changed()


@bp.post("/threads/<slug>/publicity")
@access(Permission.THREAD_EDIT)
def set_public(slug: str) -> ResponseReturnValue:
    demand(Permission.THREAD_EDIT)
    thread = found(slug)
    try:
        actions.set_public(thread.id, wanted=set_by_value())
    except actions.NotSeen:
        form = offered(ThreadForm()).read_from(written(thread.id))
        return show(thread, form, refused=True), UNPROCESSABLE
    return see_other(url_for(".edition", slug=slug))


def edited(thread: Found) -> Edited:
    return Edited(
        partial(written, thread.id),
        lambda sent: offered(ThreadForm(sent)),
        partial(show, thread),
        partial(
            render,
            "threads/merge.html",
            thread=thread,
            text=thread.text(language()),
        ),
        lambda values, base: actions.save(
            thread.id, values, base=base, by=current_user
        ),
        address=url_for(".set_edition", slug=thread.slug),
        onward=url_for(".thread", slug=thread.slug),
    )


def offered(form: ThreadForm) -> ThreadForm:
    return form.offer(*(labels(scheme) for scheme in (Scheme.THEME, Scheme.AREA)))


def labels(scheme: Scheme) -> dict[str, str]:
    words = vocabulary().of(scheme).values()
    return {word.code: word.labels[language()] for word in words}


def show(thread: Found, form: ThreadForm, *, refused: bool = False) -> str:
    return render(
        "threads/edition.html",
        thread=thread,
        text=thread.text(language()),
        form=form,
        refused=refused,
    )
