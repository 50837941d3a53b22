"""Who is where today and this week: mobile services, as a list and as a calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import make_response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.db import today
from portal.directory.models import CHANGES
from portal.directory.queries import outreach
from portal.directory.views import bp
from portal.directory.views.asked import asked_area
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render, request

TODAY_AND_A_WEEK = 8
DAYS_A_WEEK = 7
WEEKS_SHOWN = 104


@dataclass(frozen=True)
class Week:
    """A week as it is written in an address, `2026-W48`; no week is the days ahead."""

    monday: date | None

    @property
    def first(self) -> date:
        return self.monday or today()

    @property
    def length(self) -> int:
        return DAYS_A_WEEK if self.monday else TODAY_AND_A_WEEK

    def moved(self, weeks: int) -> str:
        """The week so many weeks from this one, if it can be shown."""
        monday = self.first - timedelta(days=self.first.weekday())
        other = monday + timedelta(weeks=weeks)
        return written(other) if is_shown(other) else ""


@bp.get("/outreach")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def outreach_page() -> ResponseReturnValue:
    week, area = read_week(request.args.get("week", "")), asked_area()
    code = area.code if area else ""
    return render(
        "directory/outreach.html",
        days=outreach.agenda(language(), week.first, week.length, code),
        areas=outreach.areas(),
        week=week,
        area=area,
        today=today(),
        written=written(week.monday) if week.monday else None,
    )


@bp.get("/outreach.ics")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def outreach_calendar() -> ResponseReturnValue:
    from portal.directory import ical

    area = asked_area()
    name = _("Who is where")
    told = ical.Told(
        f"{name}: {area.labels[language()]}" if area else name,
        language(),
        request.host,
        today(),
        lambda slug: url_for("directory.service", slug=slug, _external=True),
    )
    stops = outreach.stops(
        language(), today() - ical.TOLD_BACK, area=area.code if area else ""
    )
    response = make_response(ical.calendar(stops, told))
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    return response


def read_week(asked: str) -> Week:
    """The week asked for; one that can't be read or is far away is left out."""
    try:
        year, week = asked.split("-W")
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return Week(None)
    return Week(monday if is_shown(monday) else None)


def written(monday: date) -> str:
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02}"


def is_shown(monday: date) -> bool:
    return abs((monday - today()).days) <= WEEKS_SHOWN * DAYS_A_WEEK
