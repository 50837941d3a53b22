"""What somebody has begun to report."""

import json
from collections.abc import Mapping

from portal.accounts.models import User
from portal.reports.models import ReportDraft
from portal.reports.wording import WORDS

SUBMISSION = "submission"

Values = dict[str, str]


def draft_of(author: User | int) -> Values | None:
    """The fields of the form that was kept, with what stood in them."""
    row = ReportDraft.get_or_none(ReportDraft.author == author)
    return json.loads(row.values) if row else None


def told(values: Mapping[str, str]) -> Values:
    """What somebody wrote, without what the form began with."""
    return {name: values[name] for name in WORDS if values.get(name)}


def says_something(values: Mapping[str, str]) -> bool:
    return bool(told(values))
