"""Keeping what somebody has begun to report."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from portal.accounts.models import User
from portal.db import database, now, upsert
from portal.reports.models import ReportDraft
from portal.reports.queries.drafts import SUBMISSION, draft_of, says_something, told

KEPT = timedelta(days=180)


class AnotherDraft(Exception):  # noqa: N818  not a fault: somebody has two tabs
    """A draft is kept that was begun in another form and says something else."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__(values)
        self.values = values


def save_draft(author: User, values: Mapping[str, str], *, instead: bool) -> None:
    """Keep an unfinished form. One of another form is given up only when this is to
    stand `instead` of it; else raises AnotherDraft."""
    with database.atomic():
        kept = draft_of(author)
        if kept and differs(kept, values) and not instead:
            raise AnotherDraft(kept)
        if kept or says_something(values):
            text = json.dumps(dict(values), ensure_ascii=False)
            upsert(ReportDraft, {"author": author}, values=text, saved_at=now())


def differs(kept: Mapping[str, str], values: Mapping[str, str]) -> bool:
    """Whether words of another form would be lost if these took their place."""
    other_form = kept.get(SUBMISSION) != values.get(SUBMISSION)
    return other_form and says_something(kept) and told(kept) != told(values)


def delete_draft(author: User) -> None:
    ReportDraft.delete().where(ReportDraft.author == author).execute()


def delete_draft_of(author: User, form: str) -> None:
    """Where the draft is that of this form, and not of another."""
    kept = draft_of(author)
    if kept and kept.get(SUBMISSION) == form:
        delete_draft(author)


def forget_drafts(moment: datetime) -> int:
    """Delete drafts that nobody has touched for long. Returns how many."""
    old = ReportDraft.saved_at < moment - KEPT
    return int(ReportDraft.delete().where(old).execute())
