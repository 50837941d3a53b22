"""Moderators are told that texts wait, once a day at most."""

from datetime import timedelta

import pytest

from portal.db import now
from portal.moderation.models import Case, Cause
from portal.notices.models import Notice
from portal.permissions import Role
from tests.factories import make_user, sign_in
from tests.notices.told import events, readings


def waits(hours, **fields):
    opened_at = now() - timedelta(hours=hours)
    number = Case.select().count() + 1
    return Case.create(
        kind="proposal", item_id=number, language="en", opened_at=opened_at, **fields
    )


def remind(app):
    return app.test_cli_runner().invoke(args=["moderation", "remind"]).output


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ([(25, {})], "1 text waits for a moderator."),
        (
            [(25, {}), (1, {"cause": Cause.APPEALED}), (1, {})],
            "2 texts wait for a moderator. 1 of them is an appeal.",
        ),
    ],
)
def test_moderators_are_told_of_what_waits_long_and_of_appeals(app, made, said):
    moderator, other = make_user(Role.MODERATOR), make_user(Role.EDITOR)
    for hours, fields in made:
        waits(hours, **fields)

    remind(app)
    remind(app)

    assert readings(app, moderator) == [(said, "/en/moderation")]
    assert events(other) == []


def test_nothing_is_told_while_nothing_waits_long(app):
    make_user(Role.MODERATOR)
    waits(23)
    waits(48, decided_at=now())

    assert remind(app) == "Texts that wait: 0.\n"
    assert Notice.select().count() == 0


def test_queue_that_is_opened_marks_it_as_seen(app):
    moderator = make_user(Role.MODERATOR)
    waits(25)
    remind(app)
    Case.delete().execute()

    sign_in(app, moderator).get("/en/moderation")

    assert Notice.select().where(Notice.seen_at.is_null()).count() == 0
