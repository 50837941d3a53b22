"""What moderation does in a year, in public figures."""

from collections.abc import Iterator
from datetime import timedelta

from babel.dates import format_timedelta
from flask import abort
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from portal.i18n import LANGUAGES
from portal.moderation.kinds import KINDS
from portal.moderation.labels import TALLIED
from portal.moderation.queries import log
from portal.moderation.queries.tally import Groups, Part, Tally, tally
from portal.moderation.views.asked import number
from portal.moderation.views.rights import bp
from portal.permissions import PUBLIC, access
from portal.spreadsheet import csv_file
from portal.web import render, request

SECONDS_AN_HOUR = 3600


@bp.get("/about/moderation", endpoint="tally")
@access(PUBLIC)
def show() -> ResponseReturnValue:
    found = asked()
    lines, head = log.head()
    return render(
        "moderation/tally.html",
        tally=found,
        lasting=lasting,
        breakdowns=breakdowns,
        lines=lines,
        head=head,
    )


@bp.get("/about/moderation.csv")
@access(PUBLIC)
def tally_csv() -> ResponseReturnValue:
    found = asked()
    columns = [_("Year"), _("Counted through"), _("Why"), _("What"), _("How many")]
    return csv_file(f"moderation-{found.year}", columns, lines_of(found))


def asked() -> Tally:
    """The year of the address, else this one."""
    written = request.args.get("year", "")
    if written and not number(written):
        abort(404)
    return tally(number(written) or None) or abort(404)


def lines_of(found: Tally) -> Iterator[tuple[object, ...]]:
    for part in found.parts:
        told = found.year, found.through, TALLIED[part.cause]
        yield *told, _("In all"), part.total
        if part.half is None or part.most is None:
            continue
        yield *told, _("Half of them within, in hours"), hours(part.half)
        yield *told, _("Nine in ten of them within, in hours"), hours(part.most)
        for title, groups, labels in breakdowns(part):
            for name, count in groups.items():
                yield *told, f"{title}: {labels.get(name, name)}", count


def breakdowns(part: Part) -> list[tuple[str, Groups, dict[str, object]]]:
    """The breakdowns that tell something, with what they and their groups are
    called."""
    found: list[tuple[str, Groups, dict[str, object]]] = [
        (_("What came of it"), part.outcomes, outcomes(part)),
        (_("Kind"), part.kinds, {name: kind.label for name, kind in KINDS.items()}),
        (_("Language"), part.languages, dict(LANGUAGES)),
    ]
    return [row for row in found if any(count is not None for count in row[1].values())]


def outcomes(part: Part) -> dict[str, object]:
    appealed = part.cause == "appealed"
    flagged = part.cause == "flagged"
    stays = _("Granted") if appealed else _("Stays as it is") if flagged else ""
    return {
        "publish": stays or _("Published"),
        "return": _("Returned for rewording"),
        "hide": _("Hidden"),
        "uphold": _("Stays as it was decided"),
    }


def lasting(wait: timedelta) -> str:
    """How long, to the hour."""
    if hours(wait) <= 1:
        return _("an hour")
    words: str = format_timedelta(
        wait, granularity="hour", threshold=2, locale=get_locale()
    )
    return words


def hours(wait: timedelta) -> int:
    return -(-int(wait.total_seconds()) // SECONDS_AN_HOUR)
