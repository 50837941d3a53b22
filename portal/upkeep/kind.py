"""How feedback that may tell of a person or of danger stands in the moderators' queue.
They pass it on to the editors or close it; its writer has no text to reword."""

from collections.abc import Iterable, Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.db import now
from portal.directory.queries.named import Named, named
from portal.errors import Refused
from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.kinds import Item, Kind
from portal.moderation.models import Decision
from portal.notices import actions as notices
from portal.upkeep.feedback_labels import what_is_wrong
from portal.upkeep.letters import closed_letter
from portal.upkeep.models import FEEDBACK, FeedbackState, ServiceFeedback

BECOMES = {
    Decision.PUBLISH: FeedbackState.RECEIVED,
    Decision.HIDE: FeedbackState.CLOSED,
}


def items(ids: Sequence[int]) -> dict[int, Item]:
    found = list(ServiceFeedback.select().where(ServiceFeedback.id.in_(list(ids))))
    services = named([row.service for row in found if row.service], language())
    return {row.id: item(row, services.get(row.service)) for row in found}


def item(row: ServiceFeedback, service: Named | None) -> Item:
    words = [("message", row.message), ("question", row.question)]
    written = [(field, text) for field, text in words if text] or [("", "")]
    return Item(
        id=row.id,
        heading=written[0][1],
        paragraphs=tuple((_("They looked for"), text) for _field, text in written[1:]),
        fields=tuple(field for field, _text in written),
        language=row.language,
        place=service.name if service else _("No service"),
        url=url_for("directory.service", slug=service.slug)
        if service
        else url_for("directory.services"),
        voice="",
        about=(_("What is wrong?"), what_is_wrong(row.source, row.about), language()),
    )


def pass_on(feedback_id: int) -> None:
    _set(feedback_id, state=FeedbackState.RECEIVED, answered_at=None)


def close(feedback_id: int) -> None:
    """Who asked for the answer by mail is told that there is one."""
    _set(feedback_id, state=FeedbackState.CLOSED, answered_at=now())
    stored = ServiceFeedback.get_by_id(feedback_id)
    if stored.email:
        notices.put(stored.email, *closed_letter(stored))


def refuse(_feedback_id: int) -> None:
    raise Refused(_("This goes back to nobody: pass it on, or close it."))


def reopen(feedback_id: int, decision: Decision) -> None:
    """Let it wait again; raises Refused where an editor has begun to answer it, or its
    words are deleted."""
    has_words = (ServiceFeedback.message != "") | (ServiceFeedback.question != "")
    held = ServiceFeedback.update(state=FeedbackState.HELD, answered_at=None).where(
        has_words,
        ServiceFeedback.id == feedback_id,
        ServiceFeedback.state == BECOMES[decision],
        ServiceFeedback.edition == 1,
    )
    if not held.execute():
        raise Refused(_("An editor has begun to answer it, so this stays."))


def erase(feedback_id: int) -> None:
    """Delete words that nobody else has read."""
    ServiceFeedback.update(message="", question="", email="").where(
        ServiceFeedback.id == feedback_id,
        ServiceFeedback.state == FeedbackState.CLOSED,
    ).execute()


def none_public(_ids: Iterable[int]) -> set[int]:
    return set()


def _set(feedback_id: int, **values: object) -> None:
    ServiceFeedback.update(**values).where(ServiceFeedback.id == feedback_id).execute()


def register() -> None:
    kind = Kind(
        label=_l("Feedback on a service"),
        items=items,
        publish=pass_on,
        send_back=refuse,
        hide=close,
        reopen=reopen,
        erase=erase,
        public=none_public,
        returns=False,
        passes_on=_l("Pass it on to the editors"),
    )
    kinds.register(FEEDBACK, kind)
