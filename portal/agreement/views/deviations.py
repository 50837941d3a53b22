"""Every difference in one list: what is late, open, to be mended, accepted."""

from collections import Counter

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.agreement.labels import FIELDS, VERDICTS, value_words
from portal.agreement.queries import cards, comparing
from portal.agreement.queries.comparing import Compared, Item, Verdict
from portal.agreement.views import bp
from portal.directory.models import CHANGES
from portal.directory.queries.names import in_language
from portal.freshness import kept
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import PUBLIC, access
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render, request

PAGE_SIZE = 50


def wanted_state() -> Verdict | None:
    asked = request.args.get("state", "")
    return Verdict(asked) if asked in list(Verdict) else None


def found() -> tuple[list[tuple[Compared, Item]], Counter[Verdict]]:
    """The differences of the state that is asked for, and how many each state has."""
    every = comparing.differences(comparing.compared(language()))
    state = wanted_state()
    rows = [pair for pair in every if state in {None, pair[1].verdict}]
    return rows, Counter(item.verdict for _service, item in every)


@bp.get("/deviations")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def deviations() -> ResponseReturnValue:
    rows, counts = found()
    page = page_of(rows, PAGE_SIZE)
    return render(
        "agreement/deviations.html",
        rows=page.items,
        counts=counts,
        state=wanted_state(),
        names=cards.names(language()),
        slugs=cards.slugs(),
        number=page.number,
        pages=page.pages,
    )


@bp.get("/deviations.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def deviations_sheet() -> ResponseReturnValue:
    headings = (
        _("Type of service"),
        _("Service"),
        _("Fact"),
        _("Agreed"),
        _("Here"),
        _("How it stands"),
        _("Until when"),
        _("Reason"),
        _("Decided"),
    )
    names = cards.names(language())
    rows = [
        (
            names[service.card_id].name,
            service.name,
            FIELDS[item.field],
            value_words(item.field, item.expected),
            value_words(item.field, item.actual),
            VERDICTS[item.verdict],
            item.decided and item.decided.until,
            reason_of(item),
            item.decided and item.decided.on,
        )
        for service, item in found()[0]
    ]
    return csv_file("deviations", headings, rows)


def reason_of(item: Item) -> str:
    reasons = item.decided.reasons if item.decided else {}
    return in_language(reasons, language())[0] if reasons else ""
