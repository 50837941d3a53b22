"""Beginning a thread and writing its texts; two who do so at once are joined."""

import json
from functools import partial
from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from portal.i18n import LANGUAGES, language
from portal.permissions import Permission, access, demand
from portal.threads.actions import threads as actions
from portal.threads.forms.linking import NewThreadForm
from portal.threads.forms.threads import ThreadForm
from portal.threads.queries.threads import Found, written
from portal.threads.views import bp
from portal.threads.views.thread import found
from portal.upkeep.forms.parts import resolved
from portal.upkeep.merging import Conflict, Meeting
from portal.upkeep.views.meeting import chosen, reads, unseen, with_boxes
from portal.upkeep.views.part import Pairs
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary
from portal.web import render, request, see_other, set_by_value

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
    thread = found(slug)
    return show(thread, offered(ThreadForm()).read_from(written(thread.id)))


@bp.post("/threads/<slug>/edition")
@access(Permission.THREAD_EDIT)
def set_edition(slug: str) -> ResponseReturnValue:
    demand(Permission.THREAD_EDIT)
    thread = found(slug)
    pairs, left_open = resolved(request.form.items(multi=True))
    if left_open:
        base = request.form.get("pick_base", "")
        rest = [pair for pair in pairs if pair[0] != "pick_read"]
        pairs = [*rest, ("pick_read", base)]
    form = sent(pairs)
    if not form.validate():
        return show(thread, form), UNPROCESSABLE
    try:
        actions.save(thread.id, form.values, base=form.base, by=current_user)
    except Meeting as met:
        return ask(thread, form, pairs, met, left_open), HTTPStatus.CONFLICT
    return see_other(url_for(".thread", slug=slug))


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


def sent(pairs: Pairs) -> ThreadForm:
    return offered(ThreadForm(MultiDict(pairs)))


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


def ask(
    thread: Found, form: ThreadForm, pairs: Pairs, met: Meeting, left_open: list[str]
) -> str:
    """The page on which one chooses between one's own words and another's."""
    fields = {form.field_of(one.name).name: one for one in met.merged.conflicts}
    asked = {
        name: reads(
            one, label_of(form, name, one), spoken(one), partial(told, form, name)
        )
        for name, one in fields.items()
    }
    kept = [
        ("pick_read", json.dumps(met.theirs)),
        ("pick_base", str(form.pick_read.data or "")),
    ]
    return render(
        "threads/merge.html",
        thread=thread,
        text=thread.text(language()),
        form=sent(with_boxes(pairs, asked)) if left_open else form,
        action=url_for(".set_edition", slug=thread.slug),
        asked=asked,
        left_open=left_open,
        chosen=chosen(asked),
        carried=kept + unseen(form, pairs, met.merged.snapshot, fields),
    )


def told(form: ThreadForm, name: str, value: str) -> str:
    """What a person reads: the words, or what is chosen by its label."""
    choices = getattr(form[name], "choices", None) or ()
    return next((str(c.label) for c in choices if str(c.value) == value), value)


def spoken(conflict: Conflict) -> str:
    """The language of the words that met; none for what is chosen."""
    first, *rest = conflict.name.split("/")
    return rest[0] if first == "text" else ""


def label_of(form: ThreadForm, name: str, conflict: Conflict) -> str:
    label, code = str(form[name].label.text), spoken(conflict)
    if not code:
        return label
    return _("%(label)s (%(language)s)", label=label, language=LANGUAGES[code])
