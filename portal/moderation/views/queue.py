"""The queue: a list of what waits, and one of it open."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.forms import BaseForm
from portal.i18n import LANGUAGES
from portal.moderation import actions, duties, queries
from portal.moderation.actions import AlreadyDecided
from portal.moderation.actions.refusals import offered_of
from portal.moderation.forms import SeveralForm
from portal.moderation.kinds import KINDS
from portal.moderation.labels import CAUSES
from portal.moderation.marked import marked
from portal.moderation.models import Decision
from portal.moderation.queries.care import duty
from portal.moderation.queries.filters import HOURS, counts
from portal.moderation.queries.queue import Queue
from portal.moderation.views import asked
from portal.moderation.views.blueprint import bp
from portal.moderation.views.chosen import MOST, chosen
from portal.moderation.views.late import shown_to_the_later
from portal.moderation.waited import waited
from portal.notices.bell import seen
from portal.permissions import Permission, access, demand
from portal.web import render, request, see_other, wants

Filters = dict[str, list[tuple[object, object, int]]]

QUEUE = "queue"
"""What a form says that stands in the queue."""


def comes_from() -> bool:
    """Whether the form that was sent stands in the queue."""
    return request.form.get("from") == QUEUE


@bp.get("")
@access(Permission.MODERATION_WORK)
def queue() -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    seen(duties.QUEUE, duties.THE_QUEUE)
    return show(
        case_id=asked.number(request.args.get("case", "")),
        undo=asked.numbers(request.args.getlist("undo")[:MOST]),
    )


@bp.post("/decisions")
@access(Permission.MODERATION_WORK)
@shown_to_the_later
def decide_several() -> ResponseReturnValue:
    """Publish or return everything that was ticked, or take that back."""
    demand(Permission.MODERATION_WORK)
    cases = queries.cases_of(chosen())
    if request.form.get("wanted") == "0":
        actions.take_back_all(cases, current_user)
        return see_other(asked.address())
    form = SeveralForm.read()
    if not form.validate():
        return show(form), 422
    if not cases:
        return see_other(asked.address())
    actions.decide(cases, current_user, form.ruling)
    return go_on(form.ruling.decision, [case.id for case in cases])


def go_on(done: Decision, decided: Sequence[int]) -> ResponseReturnValue:
    """To what is read next, which is taken in hand so that nobody else begins it."""
    following = asked.number(request.form.get("next", ""))
    if case := queries.case(following):
        with suppress(AlreadyDecided):
            actions.claim(case, current_user)
    if wants("queue"):
        return show(case_id=following, done=done, undo=decided)
    return see_other(asked.address(case=following, done=done.value, undo=[*decided]))


def back(case_id: int) -> ResponseReturnValue:
    """To the queue, with this case open."""
    return see_other(asked.address(case=case_id))


def show(
    form: BaseForm | None = None,
    case_id: int = 0,
    done: Decision | None = None,
    undo: Sequence[int] = (),
) -> str:
    """`case_id` is what is to be open, and what `form` is about unless that is about
    several; `undo` are the cases that were decided just now."""
    care = duty(current_user)
    found = asked.asked_queue(spared=care.folds)
    this = found.open_one(case_id)
    return render(
        "moderation/queue.html",
        fragment="queue",
        queue=found,
        duty=care,
        this=this,
        offered=offered_of(this.case.kind, this.case.cause) if this else [],
        words=marked(this.item, this.findings) if this else None,
        next=found.after(this),
        filters=filters(found),
        address=asked.address,
        form=form,
        case_id=case_id,
        moved=bool(case_id and form is None),
        done=done,
        undo=undo,
        chosen=ticked(found),
        waited=waited,
    )


def ticked(found: Queue) -> set[int]:
    if request.args.get("all") == "1" and request.method == "GET":
        return {one.case_id for one in found.waiting if one.together}
    return set(chosen())


def filters(found: Queue) -> Filters:
    """What can be chosen of each filter that has more than one answer: the value, what
    it is called, and how many there are."""
    titles: dict[str, Mapping[Any, object]] = {
        "workshop": found.places,
        "kind": {name: kind.label for name, kind in KINDS.items()},
        "cause": CAUSES,
        "language": dict.fromkeys(LANGUAGES),
        "hours": dict.fromkeys(HOURS),
    }
    told: Filters = {}
    for name, labels in titles.items():
        many = counts(found.everything, found.wanted, name)
        chosen_value = getattr(found.wanted, name)
        kept = [
            (value, label, many[value])
            for value, label in labels.items()
            if many[value] or value == chosen_value
        ]
        told[name] = (
            sorted(kept, key=lambda row: str(row[1])) if name == "workshop" else kept
        )
    return told
