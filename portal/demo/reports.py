"""Loading what staff and partners have reported, and the phenomena it tells of."""

from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from portal.accounts.models import User, Voice
from portal.db import insert_all, now, tuples
from portal.demo.files import entries, in_languages
from portal.directory.models import Service, Team
from portal.moderation.models import Case, Decision
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.reports.actions.digests import keep_halves
from portal.reports.actions.gathering import gather
from portal.reports.actions.phenomena import create, set_public
from portal.reports.actions.progress import set_progress
from portal.reports.models import (
    KIND,
    REPORT,
    Frequency,
    Gathering,
    Phenomenon,
    Progress,
    Report,
    ReportState,
    Sort,
)
from portal.reports.numbers import new_number
from portal.reports.wording import WORDS
from portal.vocabulary.queries import Vocabulary

READ = ReportState.DE_IDENTIFIED
DECISIONS = {READ: Decision.PUBLISH, ReportState.RETURNED: Decision.RETURN}
NEWS_DAYS = 45
"""Of what happened so lately, nobody has read the notices yet."""


def load(
    words: Vocabulary, persons: dict[str, User], moderator: User, coordinator: User
) -> None:
    reports = entries("reports.toml", "report")
    load_reports(reports, words, persons, moderator)
    places = [entry.get("phenomenon", "") for entry in reports]
    numbers = dict(tuples(Report.select(Report.submission, Report.id)))
    for entry in entries("phenomena.toml", "phenomenon"):
        its = [
            numbers[submission(place)]
            for place, slug in enumerate(places)
            if slug == entry["slug"]
        ]
        load_phenomenon(entry, its, coordinator)
    keep_halves()


def submission(place: int) -> str:
    return f"demo-report-{place}"


def load_reports(
    reports: list[dict[str, Any]],
    words: Vocabulary,
    persons: dict[str, User],
    moderator: User,
) -> None:
    services = dict(tuples(Service.select(Service.slug, Service.id)))

    def row(place: int, entry: dict[str, Any]) -> dict[str, Any]:
        author = persons.get(entry.get("by", ""))
        return {
            "number": new_number(),
            "sort": Sort(entry["sort"]),
            "need": words.of("need")[entry["need"]].id,
            "group": words.of("group")[entry["group"]].id,
            "area": words.of("area")[entry["area"]].id,
            "service": services[entry["service"]] if "service" in entry else None,
            "frequency": Frequency(entry["frequency"]),
            "language": entry["language"],
            "author": author.id if author else None,
            "voice": Voice(entry["voice"]),
            "state": ReportState(entry.get("state", READ)),
            "received_at": noon(entry["on"]),
            "submission": submission(place),
            **{name: entry.get(name, "") for name in WORDS},
        }

    insert_all(Report, [row(*pair) for pair in enumerate(reports)])
    insert_all(Case, [case(made, moderator) for made in Report.select()])


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def case(report: Report, moderator: User) -> dict[str, Any]:
    """What a moderator read the day after; what waits or was taken back, nobody has."""
    decision = DECISIONS.get(report.state)
    waits = report.state is ReportState.RECEIVED
    read_at = report.received_at + timedelta(days=1)
    return {
        "kind": REPORT,
        "item_id": report.id,
        "language": report.language,
        "author": user_key(report.author) if report.author else "",
        "opened_at": report.received_at,
        "decided_at": None if waits else read_at,
        "decided_by": moderator.id if decision else None,
        "decision": decision,
    }


def load_phenomenon(entry: dict[str, Any], its: list[int], coordinator: User) -> None:
    told = {
        f"text/{code}/{name}": text
        for code, part in in_languages(entry).items()
        for name, text in part.items()
    }
    made_at = noon(entry["made"])
    made = create(told, by=coordinator, slug=entry["slug"], made_at=made_at)
    gather(its, made.id, by=coordinator, batch=f"demo-{made.slug}")
    backdate(made, made_at)
    team = Team.get_or_none(Team.code == entry.get("team", ""))
    for progress, on in entry.get("steps", {}).items():
        set_progress(
            made.id,
            Progress(progress),
            by=coordinator,
            team=team.id if team else None,
            due_on=entry.get("due"),
            on=on,
        )
    if entry["public"]:
        set_public(made.id, wanted=True)
    steps = {"gathered": entry["made"], **entry.get("steps", {})}
    newest, day = list(steps.items())[-1]
    Phenomenon.update(updated_at=noon(day)).where(Phenomenon.id == made.id).execute()
    theirs = (Notice.kind == REPORT) & Notice.item_id.in_(its)
    date_notices((Notice.kind == KIND) & (Notice.item_id == made.id), noon(day))
    date_notices(theirs & Notice.happening.endswith(f":{newest}"), noon(day))
    date_notices(theirs & (Notice.happened_at > noon(day)), made_at)


def backdate(phenomenon: Phenomenon, made_at: datetime) -> None:
    """Reports that came later were gathered the week after they were read."""
    dated = Report.select(Report.id, Report.received_at).where(
        Report.phenomenon == phenomenon.id
    )
    by_day = sorted(
        (max(made_at, row.received_at + timedelta(days=7)), row.id) for row in dated
    )
    for moved_at, pairs in groupby(by_day, key=lambda pair: pair[0]):
        these = Gathering.report.in_([number for _moved, number in pairs])
        Gathering.update(moved_at=moved_at).where(these).execute()


def date_notices(which: Any, moment: datetime) -> None:
    lately = moment > now() - timedelta(days=NEWS_DAYS)
    seen_at = None if lately else moment
    Notice.update(happened_at=moment, seen_at=seen_at, mailed_at=moment).where(
        which
    ).execute()
