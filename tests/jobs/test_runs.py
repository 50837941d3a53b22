"""A job runs once in its turn, whatever other processes do."""

import logging
from datetime import timedelta

import click
import pytest

from portal.db import now
from portal.jobs import JOBS, Job, Often
from portal.jobs.models import Run
from portal.jobs.runs import claim, command, due, run

SEND = Job("notices send", Often.MINUTE)
REMIND = Job("upkeep remind", Often.DAY)


def has_run(job, *, ago, ended=True, error=""):
    began = now() - ago
    Run.create(
        command=job.command,
        turn=job.turn(began),
        began_at=began,
        ended_at=began if ended else None,
        error=error,
    )


def stored(job):
    return Run.get_by_id(job.command)


@pytest.fixture
def tick(app, monkeypatch):
    """A command that fails from the second time on; how often it was run."""
    done = []

    @click.command()
    def tick():
        done.append(1)
        if len(done) > 1:
            raise click.ClickException("The mail server can't be reached.")

    monkeypatch.setitem(app.cli.commands, "tick", tick)
    return done


def test_job_that_is_new_waits_for_its_next_turn():
    assert [due(REMIND), due(REMIND), claim(REMIND)] == [False, False, False]


def test_job_is_due_once_its_next_turn_has_come():
    has_run(SEND, ago=timedelta(minutes=1))
    has_run(REMIND, ago=timedelta(days=1))

    assert [due(SEND), due(REMIND)] == [True, True]


def test_turn_that_was_missed_is_taken_up_later():
    has_run(REMIND, ago=timedelta(days=3))

    assert due(REMIND)


def test_only_one_of_two_gets_the_turn():
    has_run(SEND, ago=timedelta(minutes=1))

    assert [claim(SEND), claim(SEND), due(SEND)] == [True, False, False]


def test_job_that_still_runs_is_not_begun_again():
    has_run(SEND, ago=timedelta(minutes=3), ended=False)

    assert [due(SEND), claim(SEND)] == [False, False]


def test_job_whose_process_died_is_begun_again_after_a_while():
    has_run(SEND, ago=timedelta(minutes=6), ended=False)

    assert [due(SEND), claim(SEND), claim(SEND)] == [True, True, False]


@pytest.mark.parametrize(("hours", "again"), [(1, False), (3, True)])
def test_day_s_work_that_failed_is_tried_again_the_same_day(hours, again):
    has_run(REMIND, ago=timedelta(hours=hours), error="OperationalError")
    Run.update(turn=REMIND.turn(now())).execute()

    assert due(REMIND) is again


def test_run_is_written_down_with_how_it_ended(app, tick, caplog):
    job = Job("tick", Often.MINUTE)
    has_run(job, ago=timedelta(minutes=1))

    run(app, job)
    first = stored(job)
    Run.update(turn=first.turn - timedelta(minutes=1)).execute()
    with caplog.at_level(logging.ERROR):
        run(app, job)
    second = stored(job)

    assert (first.turn, first.error, first.ended_at is None) == (
        job.turn(first.began_at),
        "",
        False,
    )
    assert second.error == "The mail server can't be reached."
    assert caplog.messages == ["tick: The mail server can't be reached."]
    assert len(tick) == 2


def test_same_failure_is_logged_once(app, tick, caplog):
    job = Job("tick", Often.MINUTE)
    has_run(job, ago=timedelta(minutes=1), error="The mail server can't be reached.")
    tick.append(1)

    run(app, job)

    assert (caplog.messages, len(tick)) == ([], 2)


def test_job_of_another_process_is_left_alone(app, tick):
    job = Job("tick", Often.MINUTE)
    has_run(job, ago=timedelta(0))

    run(app, job)

    assert tick == []


def test_every_job_is_a_command(app):
    with app.app_context():
        commands = [command(job.command) for job in JOBS.values()]

    assert len(commands) >= 10
    assert all(isinstance(one, click.Command) for one in commands)
