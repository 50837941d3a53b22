"""What a thing came of and what it led to, as editors join them."""

from http import HTTPStatus

from flask import abort, current_app, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.exceptions import HTTPException

from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.search.wishes import words_of
from portal.threads import things
from portal.threads.actions import linking
from portal.threads.forms.linking import AFTER, BEFORE, JointForm, NewThreadForm
from portal.threads.queries.finding import at_page, by_number, by_words
from portal.threads.queries.links import graph
from portal.threads.queries.named_ends import NamedEnd, Sight, named_ends
from portal.threads.queries.suggested import suggested, way
from portal.threads.queries.threads import thread_from
from portal.threads.things import End
from portal.threads.views import bp
from portal.upkeep.views.versions import whole
from portal.web import parts_of, render, request, see_other, set_by_value

PATH = "/outcomes/<kind>/<id:item_id>"


@bp.get(PATH)
@access(Permission.THREAD_EDIT)
def outcomes(kind: str, item_id: int) -> ResponseReturnValue:
    demand(Permission.THREAD_EDIT)
    return show(known(kind, item_id))


@bp.post(PATH)
@access(Permission.THREAD_EDIT)
def set_outcome(kind: str, item_id: int) -> ResponseReturnValue:
    demand(Permission.THREAD_EDIT)
    this, wanted, form = known(kind, item_id), set_by_value(), JointForm.read()
    if form.end is None:
        abort(HTTPStatus.UNPROCESSABLE_ENTITY)
    ends = (form.end, this) if form.is_before else (this, form.end)
    back = url_for(".outcomes", kind=kind, item_id=item_id, q=asked() or None)
    if not wanted:
        linking.part(*ends)
        return see_other(back)
    if not form.validate():
        return show(this, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        linking.join(
            *ends,
            outcome=form.outcome.data,
            on=form.day,
            note=form.note.data,
            language=form.language.data,
            by=current_user,
        )
    except linking.Circle:
        form.pick_thing.errors = [
            _("This would lead round in a circle: it came of what you join it to")
        ]
        return show(this, form), HTTPStatus.UNPROCESSABLE_ENTITY
    except LookupError:
        form.pick_thing.errors = [_("This was taken away meanwhile. Choose another")]
        return show(this, form), HTTPStatus.UNPROCESSABLE_ENTITY
    return see_other(back)


def known(kind: str, item_id: int) -> End:
    """The thing, or 404 where it is neither there nor joined with anything."""
    this, kept = End(kind, item_id), graph()
    if kind not in things.KINDS:
        abort(404)
    named = named_ends([this], language())[this]
    if named.sight is Sight.GONE and not (this in kept.ahead or this in kept.back):
        abort(404)
    return this


def show(this: End, form: JointForm | None = None) -> str:
    kept, question = graph(), asked()
    ahead, back = kept.ahead.get(this, []), kept.back.get(this, [])
    offered = suggested(kept, this)
    taken = {this, *(one.end for one in ahead), *(one.start for one in back)}
    found = [end for end in dict.fromkeys(found_by(question)) if end not in taken]
    named = named_ends(
        [
            this,
            *(one.end for one in ahead),
            *(one.start for one in back),
            *(end for _way, end in offered),
            *found,
        ],
        language(),
    )
    return render(
        "threads/outcomes.html",
        this=named[this],
        thread=thread_from(this),
        new_thread=NewThreadForm(data={"title": named[this].title}),
        form=form or JointForm(),
        ahead=[(one, named[one.end]) for one in ahead],
        back=[(one, named[one.start]) for one in back],
        suggested=[
            (outcome, named[end]) for outcome, end in offered if seen(named[end])
        ],
        found=[
            (way(end), named[end]) for end in found if named[end].sight != Sight.GONE
        ],
        way_to_this=way(this),
        question=question,
        AFTER=AFTER,
        BEFORE=BEFORE,
    )


def seen(named: NamedEnd) -> bool:
    return named.sight is Sight.PUBLIC


def asked() -> str:
    return words_of(request.values.get("q"))


def found_by(question: str) -> list[End]:
    """By a number, an address of this site, or words."""
    number = whole(question.removeprefix("#"))
    if number is not None:
        return by_number(number)
    if question.startswith(("http://", "https://", "/")):
        return at_address(question)
    return by_words(question) if question else []


def at_address(address: str) -> list[End]:
    parts = parts_of(address)
    adapter = current_app.url_map.bind("")
    try:
        endpoint, values = adapter.match(parts.path, method="GET")
    except HTTPException:
        return []
    pairs = dict(pair.partition("=")[::2] for pair in parts.query.split("&"))
    return at_page(endpoint, dict(values), whole(pairs.get("to", "")))
