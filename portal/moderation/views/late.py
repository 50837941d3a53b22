"""What the later of two moderators is shown: what happened meanwhile."""

from collections.abc import Callable
from functools import wraps

from flask.typing import ResponseReturnValue

from portal.moderation.actions import AlreadyDecided
from portal.moderation.queries.cases import waits
from portal.moderation.queries.pages import items_of
from portal.moderation.views.chosen import chosen
from portal.web import render, request

View = Callable[..., ResponseReturnValue]


def shown_to_the_later(view: View) -> View:
    """Answer AlreadyDecided with what was decided, when and why, and with what this
    moderator wrote in vain."""

    @wraps(view)
    def answer(*args: object, **kwargs: object) -> ResponseReturnValue:
        try:
            return view(*args, **kwargs)
        except AlreadyDecided as late:
            return show(late)

    return answer


def show(late: AlreadyDecided) -> ResponseReturnValue:
    gone = {case.id for case in late.cases}
    written = [request.form.get(name, "") for name in ("note", "passage", "question")]
    page = render(
        "moderation/late.html",
        cases=late.cases,
        items=items_of(late.cases),
        waiting={case.id: waits(case.kind, case.item_id) for case in late.cases},
        written=[words for words in written if words],
        left=[number for number in chosen() if number not in gone],
        ruling={name: request.form.get(name, "") for name in ("decision", "reason")},
        message=late.message,
    )
    # htmx asked for a fragment and gets a page: it takes the place of the whole.
    whole = {"HX-Retarget": "body", "HX-Reswap": "innerHTML"} if request.htmx else {}
    return page, late.status, {**whole, "Cache-Control": "no-store"}
