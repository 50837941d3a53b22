"""How reports stand in the moderators' queue: a moderator reads whether they tell of a
person before those who gather see them."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask import url_for
from flask_babel import lazy_gettext as _l

from portal.moderation import kinds
from portal.moderation.authors import OwnText, Standing
from portal.moderation.kinds import Item, Kind
from portal.reports.actions import deciding
from portal.reports.actions.holding import author_of
from portal.reports.actions.writing import UNREAD
from portal.reports.labels import SORTS
from portal.reports.models import REPORT, Report, ReportState
from portal.reports.wording import ReportWords

STANDINGS = {
    ReportState.RECEIVED: Standing.WAITING,
    ReportState.DE_IDENTIFIED: Standing.PASSED_ON,
    ReportState.RETURNED: Standing.RETURNED,
    ReportState.HIDDEN: Standing.HIDDEN,
    ReportState.WITHDRAWN: Standing.WITHDRAWN,
}
QUESTIONS = {
    "consequence": _l("What does it lead to?"),
    "tried": _l("What has been tried?"),
    "suggestion": _l("What would help?"),
    "addressee": _l("Who should hear of it?"),
}


def found(ids: Iterable[int]) -> list[Report]:
    """One statement."""
    return list(Report.select().where(Report.id.in_(list(ids))))


def items(ids: Sequence[int]) -> dict[int, Item]:
    return {row.id: item(row) for row in found(ids)}


def item(row: Report) -> Item:
    words = ReportWords.of(row)
    told = [name for name in QUESTIONS if getattr(words, name)]
    return Item(
        id=row.id,
        heading=words.seen,
        paragraphs=tuple((str(QUESTIONS[name]), getattr(words, name)) for name in told),
        fields=("seen", *told),
        language=row.language,
        place=str(SORTS[row.sort]),
        url=address(row),
        voice=row.voice,
        author=author_of(row),
    )


def address(row: Report) -> str:
    return url_for("reports.report", report_number=row.number)


def own(ids: Sequence[int]) -> dict[int, OwnText]:
    return {row.id: own_text(row) for row in found(ids)}


def own_text(row: Any) -> OwnText:
    page = address(row)
    over = row.state is ReportState.WITHDRAWN
    return OwnText(
        heading=row.seen,
        language=row.language,
        url=page,
        standing=STANDINGS[row.state],
        reword=page if row.seen and row.state in UNREAD else "",
        withdraw=f"{page}#own" if row.seen and not over else "",
    )


def none_public(_ids: Iterable[int]) -> set[int]:
    return set()


def register() -> None:
    kind = Kind(
        label=_l("Report from the work"),
        items=items,
        publish=deciding.pass_on,
        send_back=deciding.send_back,
        hide=deciding.hide,
        reopen=deciding.reopen,
        erase=deciding.erase,
        public=none_public,
        texts=own,
        readable=lambda _report_id: False,
        passes_on=_l("It tells of no person: pass it on"),
    )
    kinds.register(REPORT, kind)
