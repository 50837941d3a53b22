"""Gathering reports into phenomena."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.paging import page_number
from portal.permissions import Permission, access, demand
from portal.reports.actions import gathering as actions
from portal.reports.actions import undoing
from portal.reports.forms.gathering import NEW, GatheringForm
from portal.reports.labels import SORTS
from portal.reports.queries.alike import Alike, alike
from portal.reports.queries.gathering import Some, Wish, latest, waiting
from portal.reports.views import bp
from portal.search.wishes import words_of
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary
from portal.web import NOT_KEPT, render, request, see_other

FACETS = (Scheme.NEED, Scheme.GROUP, Scheme.AREA)


@bp.get("/reports/gathering")
@access(Permission.PHENOMENON_GATHER)
def gathering() -> ResponseReturnValue:
    demand(Permission.PHENOMENON_GATHER)
    wish = read_wish()
    some = waiting(wish, page_number(), language())
    like = alike(some.reports)
    return show(wish, some, like, offered(GatheringForm(), like)), 200, NOT_KEPT


@bp.post("/reports/gathering")
@access(Permission.PHENOMENON_GATHER)
def gather() -> ResponseReturnValue:
    demand(Permission.PHENOMENON_GATHER)
    wish = read_wish()
    some = waiting(wish, page_number(), language())
    like = alike(some.reports)
    form = offered(GatheringForm.read(), like)
    if not form.validate():
        return show(wish, some, like, form), 422, NOT_KEPT
    if form.into == NEW:
        made, moved = actions.gather_new(
            form.reports, form.title_of_new, by=current_user, batch=form.batch
        )
        into = made.id
    else:
        into = int(form.into)
        moved = actions.gather(form.reports, into, by=current_user, batch=form.batch)
    told: dict[str, object] = {"done": moved.reports, "left": moved.passed_over}
    return see_other(address(wish, **told, into=into if moved.reports else 0))


@bp.post("/reports/gathering/<batch>")
@access(Permission.PHENOMENON_GATHER)
def undo(batch: str) -> ResponseReturnValue:
    demand(Permission.PHENOMENON_GATHER)
    if request.form.get("wanted") != "0":
        abort(422)
    try:
        undoing.undo(batch)
    except LookupError:
        abort(404)
    return see_other(url_for("reports.gathering", undone=1))


def offered(form: GatheringForm, like: Alike) -> GatheringForm:
    """Those that the reports on this page are like come first."""
    return form.offer({str(one.id): one.title(language())[0] for one in like.phenomena})


def read_wish() -> Wish:
    """What the address asks for; values that no report has are left out."""
    words = vocabulary()
    asked = {scheme.value: request.args.get(scheme.value, "") for scheme in FACETS}
    known = {
        name: code for name, code in asked.items() if code in words.of(Scheme(name))
    }
    sort = request.args.get("sort", "")
    return Wish(
        **known,
        sort=sort if sort in set(SORTS) else "",
        question=words_of(request.args.get("q")),
    )


def query(wish: Wish) -> dict[str, str]:
    names = {scheme.value: getattr(wish, scheme.value) for scheme in FACETS}
    every = {**names, "sort": wish.sort, "q": wish.question}
    return {name: value for name, value in every.items() if value}


def address(wish: Wish, **more: object) -> str:
    told = query(wish) | {name: str(value) for name, value in more.items() if value}
    return f"{url_for('reports.gathering')}?{urlencode(told)}".rstrip("?")


def chosen(wish: Wish) -> Iterator[tuple[str, str]]:
    """What is chosen, each with the address that leaves it out."""
    words = vocabulary()
    for scheme in FACETS:
        if code := getattr(wish, scheme.value):
            label = words.of(scheme)[code].labels[language()]
            yield label, address(replace(wish, **{scheme.value: ""}))
    if wish.sort:
        yield str(dict(SORTS)[wish.sort]), address(replace(wish, sort=""))  # type: ignore[index]


def show(wish: Wish, some: Some, like: Alike, form: GatheringForm) -> str:
    into = request.args.get("into", "")
    return render(
        "reports/gathering.html",
        fragment="results",
        wish=wish,
        some=some,
        like=like,
        form=form,
        number=some.number,
        pages=some.pages,
        action=address(wish, page=some.number if some.number > 1 else ""),
        chosen=list(chosen(wish)),
        offered={
            scheme.value: {
                code: word.labels[language()]
                for code, word in vocabulary().of(scheme).items()
            }
            for scheme in FACETS
        },
        words=vocabulary().words,
        latest=latest(language()),
        into=next((one for one in like.phenomena if str(one.id) == into), None),
        not_public=[one for one in like.phenomena if not one.public],
    )
