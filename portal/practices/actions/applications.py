"""Telling that a practice is used somewhere, and what becomes of that."""

from dataclasses import dataclass
from datetime import date

from portal.accounts.models import User
from portal.db import bump, database, today, upsert
from portal.practices.actions.use_notices import tell_of_use
from portal.practices.models import (
    CHANGES,
    Application,
    ApplicationText,
    Practice,
    Use,
)
from portal.practices.queries.applications import twin


@dataclass(frozen=True)
class UsedHere:
    """How a practice is used in one area, as somebody tells it in one language;
    `words` are by heading."""

    area: int
    organisation: int | None
    state: Use
    since: date | None
    until: date | None
    version: int | None
    email: str
    language: str
    words: dict[str, str]


class AlreadyTold(Exception):  # noqa: N818  not a fault: somebody told it before
    """The same organisation uses it in the same area already."""

    def __init__(self, application_id: int) -> None:
        super().__init__()
        self.application_id = application_id


class Outdated(Exception):  # noqa: N818  not a fault: two people write at once
    """Somebody else has saved it since it was read."""


def tell_use(
    practice: Practice, used: UsedHere, *, by: User, submission: str
) -> Application:
    """Store that it is used. Sent twice, it is one."""
    with database.atomic():
        bump(CHANGES)
        made = Application.get_or_none(Application.submission == submission)
        if made is not None:
            return made
        refuse_twin(practice.id, used)
        made = Application.create(
            practice=practice.id,
            told_by=by.id,
            submission=submission,
            **columns(used),
        )
        store_words(made.id, used.language, used.words)
        tell_of_use(practice.id, None, used.state, by=by)
    return made


def change_use(
    application: Application, used: UsedHere, *, edition: int, by: User | None
) -> None:
    """Store it as it is told now, as read in this edition. That confirms it too."""
    with database.atomic():
        bump(CHANGES)
        before = current(application, edition)
        if (used.area, used.organisation) != (before.area, before.organisation):
            refuse_twin(before.practice, used)
        save(before, **columns(used))
        store_words(before.id, used.language, used.words)
        tell_of_use(before.practice, before.state, used.state, by=by)


def confirm(application: Application, *, edition: int) -> None:
    """It is still so, as read in this edition."""
    with database.atomic():
        bump(CHANGES)
        save(current(application, edition))


def current(application: Application, edition: int) -> Application:
    """The row as it stands. Raises Outdated unless it is that of this edition."""
    row = Application.get_by_id(application.id)
    if row.edition != edition:
        raise Outdated
    return row


def save(row: Application, **values: object) -> None:
    """What is told or confirmed today counts from today."""
    Application.update(
        edition=row.edition + 1,
        confirmed_on=today(),
        asked_times=0,
        **values,
    ).where(Application.id == row.id).execute()


def columns(used: UsedHere) -> dict[str, object]:
    return {
        "area": used.area,
        "organisation": used.organisation,
        "state": used.state,
        "since": used.since,
        "until": used.until if used.state is Use.STOPPED else None,
        "version": used.version,
        "email": "" if used.state is Use.STOPPED else used.email,
    }


def refuse_twin(practice_id: int, used: UsedHere) -> None:
    found = twin(practice_id, used.area, used.organisation)
    if found is not None:
        raise AlreadyTold(found)


def store_words(application_id: int, language: str, words: dict[str, str]) -> None:
    """The texts of one language; those of others stay as they are."""
    key = {"application": application_id, "language": language}
    if any(words.values()):
        upsert(ApplicationText, key, **words)
    else:
        ApplicationText.delete().where(
            ApplicationText.application == application_id,
            ApplicationText.language == language,
        ).execute()
