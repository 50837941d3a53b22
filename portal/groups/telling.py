"""How notices of groups and open questions read."""

from collections.abc import Sequence
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from portal.groups.models import KIND, OPEN_QUESTION, OpenQuestionState
from portal.groups.queries.questions import by_ids
from portal.i18n import day, language
from portal.notices import events, things
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.notices.things import Thing
from portal.search.queries import names

GROUP_EVENTS = (
    "group-meeting",
    "group-meeting-changed",
    "group-meeting-cancelled",
    "group-decision",
)
CLAIM_EVENTS = ("claim-agreed", "claim-ended", "claim-ending", "claim-lapsed")
HEARD_ALWAYS = {"question-decided", "claim-ended"}
"""Also when the question is not on the list: those whom it concerns may read it."""


def register() -> None:
    things.register(KIND, followed)
    things.register(OPEN_QUESTION, followed_questions)
    for event in GROUP_EVENTS:
        events.register(event, Topic.FOLLOWED, told)
    events.register("question-moved", Topic.FOLLOWED, told_of_questions)
    for event in ("question-decided", *CLAIM_EVENTS):
        events.register(event, Topic.ANSWERS, told_of_questions)


def followed(ids: Sequence[int]) -> dict[int, Thing]:
    """Public groups. One statement."""
    return {
        name.item_id: Thing(
            name.title, name.language, url_for("groups.group", slug=name.slug)
        )
        for name in names(KIND, list(ids), language()).values()
    }


def followed_questions(ids: Sequence[int]) -> dict[int, Thing]:
    """Those on the list. One statement."""
    return {
        name.item_id: Thing(
            name.title, name.language, url_for("groups.open_question", slug=name.slug)
        )
        for name in names(OPEN_QUESTION, list(ids), language()).values()
    }


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement. A group that is no longer public is passed over."""
    found = names(KIND, [notice.item_id for notice in notices], language())
    return {
        notice.id: Told(says(notice), address(notice, it.slug), it.title, it.language)
        for notice in notices
        for it in [found.get(notice.item_id)]
        if it
    }


def says(notice: Notice) -> str:
    return {
        "group-meeting": _("A group that you follow has a meeting coming."),
        "group-meeting-changed": _("A meeting of a group that you follow has changed."),
        "group-meeting-cancelled": _(
            "A meeting of a group that you follow is cancelled."
        ),
        "group-decision": _("A group that you follow has decided something."),
    }[notice.event]


def address(notice: Notice, slug: str) -> str:
    """That of the meeting or the decision."""
    noted = facts(notice)
    if "meeting" in noted:
        return url_for("groups.meeting", slug=slug, meeting_id=noted["meeting"])
    return url_for("groups.decision", slug=slug, decision_id=noted["decision"])


def told_of_questions(notices: Sequence[Notice]) -> dict[int, Told]:
    """Two statements. Whoever proposed a question hears of it when it is dropped,
    too."""
    found = by_ids([notice.item_id for notice in notices])
    return {
        notice.id: Told(
            says_of_question(notice),
            url_for("groups.open_question", slug=asked.slug),
            *asked.words(language()),
        )
        for notice in notices
        for asked in [found.get(notice.item_id)]
        if asked and (asked.is_listed or notice.event in HEARD_ALWAYS)
    }


def says_of_question(notice: Notice) -> str:
    noted = facts(notice)
    if "state" in noted:
        mine = notice.event == "question-decided"
        return news(OpenQuestionState(noted["state"]), mine=mine)
    until = day(date.fromisoformat(noted["until"]))
    return {
        "claim-agreed": _(
            "The question is yours to answer until %(day)s. Thank you.", day=until
        ),
        "claim-ended": _(
            "A claim of yours has ended. The page of the question tells more."
        ),
        "claim-ending": _(
            "The time you have for a question ends on %(day)s. Tell us if you need "
            "longer.",
            day=until,
        ),
        "claim-lapsed": _(
            "The time you had for a question is over. The question is open again."
        ),
    }[notice.event]


def news(state: OpenQuestionState, *, mine: bool) -> str:
    if state is OpenQuestionState.ANSWERED:
        if mine:
            return _("A question you proposed has its answer.")
        return _("A question that you follow has its answer.")
    if state is OpenQuestionState.DROPPED:
        return _("We do not put your question on the list. The page tells why.")
    if mine:
        return _("A question you proposed is on the list. Anybody can answer it now.")
    return _("A question that you follow is open again.")
