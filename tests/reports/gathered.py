"""Reports that a moderator has read, and phenomena they are gathered into."""

import json
from itertools import count

from portal.db import insert_all, now, today, tuples
from portal.reports.actions import phenomena
from portal.reports.actions.gathering import gather
from portal.reports.models import Digest, Phenomenon, Report, ReportState, Sort
from portal.vocabulary.queries import vocabulary

_numbers = count(1)
SCHEMES = ("need", "group", "area")


def make_reports(how_many: int, **told) -> list[int]:
    """So many alike; `need`, `group` and `area` by their codes."""
    words = vocabulary()
    terms = {
        name: words.of(name)[told.pop(name)].id for name in SCHEMES if name in told
    }
    values = {
        "sort": Sort.PROBLEM,
        "need": None,
        "group": None,
        "area": None,
        "service": None,
        "frequency": None,
        "seen": "The same is asked again.",
        "language": "en",
        "author": None,
        "voice": "staff",
        "state": ReportState.DE_IDENTIFIED,
        "received_at": now(),
        **terms,
        **told,
    }
    numbers = [f"T{next(_numbers):05}" for _ in range(how_many)]
    insert_all(Report, [{**values, "number": n, "submission": n} for n in numbers])
    these = Report.number.in_(numbers)
    return [key for (key,) in tuples(Report.select(Report.id).where(these))]


def make_phenomenon(
    title: str = "Told again and again",
    *,
    reports: int = 0,
    public=True,
    slug: str = "",
    **told,
) -> Phenomenon:
    """One in English, of so many reports."""
    made = phenomena.create(
        {"text/en/title": title, **told},
        by=None,
        submission=f"made-{next(_numbers)}",
        slug=slug,
    )
    if public:
        phenomena.set_public(made.id, wanted=True)
    if reports:
        put_in(made, make_reports(reports))
    return made


def make_digest(year: int = 2026, half: int = 1) -> Digest:
    """One in which nothing was told."""
    figures = json.dumps({"phenomena": [], "n": 0, "in_time": 0})
    return Digest.create(year=year, half=half, counted_on=today(), figures=figures)


def put_in(phenomenon: Phenomenon, ids: list[int]) -> str:
    batch = f"batch-{next(_numbers)}"
    gather(ids, phenomenon.id, by=None, batch=batch)
    return batch


def where(ids: list[int]) -> list[int | None]:
    """In which phenomenon each of these reports is."""
    found = dict(tuples(Report.select(Report.id, Report.phenomenon)))
    return [found[key] for key in ids]
