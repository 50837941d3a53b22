"""The log in the database: only added to, and checked."""

import pytest
from peewee import DatabaseError, SqliteDatabase

from portal.db import database, now
from portal.moderation import actions
from portal.moderation.actions import Ruling, record
from portal.moderation.actions.log import Noted
from portal.moderation.cli import moderation as command
from portal.moderation.models import Decision, LogEntry, LogEvent
from portal.moderation.queries.log import checked, head
from portal.proposals.models import State
from tests.factories import make_proposal, make_user, make_workshop
from tests.moderation.pages import case_of


@pytest.fixture(autouse=True)
def some_lines(app):
    with app.test_request_context("/en/"):
        proposal = make_proposal(make_workshop(), state=State.WAITING)
        actions.decide([case_of(proposal)], make_user(), Ruling(Decision.PUBLISH))


def allow_changes():
    """As one does who is master of the database."""
    if isinstance(database.obj, SqliteDatabase):
        for change in ("UPDATE", "DELETE"):
            database.execute_sql(f"DROP TRIGGER log_entry_{change}_refused")
    else:
        database.execute_sql("ALTER TABLE log_entry DISABLE TRIGGER USER")


@pytest.mark.parametrize(
    "sql", ["UPDATE log_entry SET reason = 'unclear'", "DELETE FROM log_entry"]
)
def test_database_itself_refuses_to_change_the_log(sql):
    with pytest.raises(DatabaseError, match="only added to"), database.atomic():
        database.execute_sql(sql)

    assert checked().broken_at is None


def test_line_that_was_changed_all_the_same_is_found(app):
    number = head()[0]
    before = app.test_cli_runner().invoke(command, ["verify"])
    allow_changes()
    LogEntry.update(actor=0).where(LogEntry.number == number).execute()

    after = app.test_cli_runner().invoke(command, ["verify"])

    assert (before.exit_code, before.output) == (
        0,
        f"The log holds: {number} lines, head {head()[1]}.\n",
    )
    assert after.exit_code == 1
    assert f"The log is broken at line {number}." in after.output


def test_line_that_was_taken_out_is_found():
    number = head()[0]
    allow_changes()
    LogEntry.delete().where(LogEntry.number == number - 1).execute()

    assert checked().broken_at == number - 1


@pytest.mark.parametrize("name", ["log.csv", "log.json"])
def test_download_is_checked_by_itself(app, moderator, tmp_path, name):
    file = tmp_path / name
    file.write_bytes(moderator.get(f"/en/moderation/{name}").data)
    run = app.test_cli_runner()

    whole = run.invoke(command, ["verify", str(file)])
    text = file.read_text()
    file.write_text(text.replace("published", "returned"))
    changed = run.invoke(command, ["verify", str(file)])

    count, digest = head()
    assert whole.output == f"The log holds: {count} lines, head {digest}.\n"
    assert changed.exit_code == 1
    assert "The log is broken at line" in changed.output


@pytest.mark.parametrize("name", ["log.csv", "log.json"])
def test_download_is_sent_as_it_is_read(moderator, monkeypatch, name):
    whole = moderator.get(f"/en/moderation/{name}").data
    monkeypatch.setattr("portal.moderation.queries.log.AT_ONCE", 1)

    response = moderator.get(f"/en/moderation/{name}")

    assert (response.is_streamed, response.data) == (True, whole)


def test_log_is_read_by_month_without_words_of_people(moderator):
    page = moderator.get("/en/moderation/log")
    month = LogEntry.select().order_by(LogEntry.id.desc()).get().at.strftime("%Y-%m")

    this = moderator.get(f"/en/moderation/log?month={month}")
    earlier = moderator.get("/en/moderation/log?month=2001-01")

    for shown in (page, this):
        assert "Came to the queue" in shown.text
        assert head()[1] in shown.text
        assert "It is so." not in shown.text
    assert "Came to the queue" not in earlier.text
    assert moderator.get("/en/moderation/log?month=spring").status_code == 404


def test_lines_are_dated_in_their_order_whoever_waited_for_the_log(monkeypatch):
    held = []
    monkeypatch.setattr("portal.moderation.actions.log.bump", held.append)
    monkeypatch.setattr("portal.moderation.actions.log.now", lambda: held and now())

    record(Noted(LogEvent.RULES_CHANGED))

    assert checked().broken_at is None
