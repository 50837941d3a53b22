"""Reports with the fewest words."""

from itertools import count

from portal.accounts.models import User, Voice
from portal.reports.actions import deciding, writing
from portal.reports.actions.gathering import gather_new
from portal.reports.actions.writing import About
from portal.reports.models import Phenomenon, Report, Sort
from portal.reports.wording import ReportWords
from tests.factories import make_user

_numbers = count(1)
SENT = {
    "pick_sort": "problem",
    "seen": "People start again at each place.",
    "language": "en",
    "submission": "one",
}


def make_writer(**fields) -> User:
    return make_user(**{"voice": Voice.STAFF} | fields)


def make_report(
    seen: str = "", *, author: User | None = None, read: bool = True, **fields
) -> Report:
    n = next(_numbers)
    made = writing.report(
        author or make_writer(),
        About(fields.pop("sort", Sort.PROBLEM), **fields),
        ReportWords(seen or f"Seen {n}"),
        language="en",
        submission=f"report-{n}",
    )
    if read:
        deciding.pass_on(made.id)
    return Report.get_by_id(made.id)


def gather(*reports: Report, title: str = "A phenomenon") -> Phenomenon:
    made, _moved = gather_new(
        [report.id for report in reports],
        {"text/en/title": title},
        by=None,
        batch=f"batch-{next(_numbers)}",
    )
    return made
