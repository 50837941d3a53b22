"""Running a job once in its turn, however many processes try."""

import logging

import click
from flask import Flask, current_app
from peewee import Expression

from portal.db import database, now
from portal.jobs import Job
from portal.jobs.models import Run

log = logging.getLogger(__name__)

LONGEST_ERROR = 300


def due(job: Job) -> bool:
    """Whether nobody runs the job or has run it in this turn. One that is new here
    waits for its next turn."""
    with database.connection_context():
        turn = job.turn(now())
        known = (
            Run.insert(command=job.command, turn=turn, began_at=turn, ended_at=turn)
            .on_conflict_ignore()
            .as_rowcount()
            .execute()
        )
        if known:
            return False
        return Run.select().where(Run.command == job.command, open_to(job)).exists()


def open_to(job: Job) -> Expression:
    """The job ended and its next turn has come; or it failed or was broken off a
    while ago."""
    moment = now()
    long_ago = Run.began_at < moment - job.patience
    earlier = Run.turn < job.turn(moment)
    ended = Run.ended_at.is_null(False)
    return (earlier & ended) | (long_ago & (earlier | ~ended | (Run.error != "")))


def claim(job: Job) -> bool:
    """Take the job in hand for this turn; False if another has it."""
    moment = now()
    with database.atomic():
        taken = (
            Run.update(turn=job.turn(moment), began_at=moment, ended_at=None, error="")
            .where(Run.command == job.command, open_to(job))
            .execute()
        )
    return bool(taken)


def run(app: Flask, job: Job) -> None:
    """Run the command, if it is nobody else's, and write down how it ended."""
    with app.app_context(), database.connection_context():
        before = Run.get_or_none(Run.command == job.command)
        if not claim(job):
            return
        error = outcome(job)
        if error and (before is None or before.error != error):
            log.error("%s: %s", job.command, error)
        ended = {"ended_at": now(), "error": error}
        Run.update(ended).where(Run.command == job.command).execute()


def outcome(job: Job) -> str:
    """Run the command here; what went wrong in a sentence, or nothing."""
    try:
        command(job.command).main([], job.command, standalone_mode=False)
    except click.ClickException as error:
        return error.format_message()[:LONGEST_ERROR]
    except Exception as error:
        log.exception("%s failed", job.command)
        return type(error).__name__
    return ""


def command(words: str) -> click.Command:
    """The command of these words, as they are typed after `flask`."""
    found: click.Command = current_app.cli
    for word in words.split():
        found = found.commands[word]  # type: ignore[attr-defined]
    return found
