"""Commands that run by themselves: which, and how often. Each feature names its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from flask import Flask

from portal.db import LOCAL_TIME

MORNING = 6
"""The local hour from which the work of a day is done."""


class Often(StrEnum):
    MINUTE = "minute"
    DAY = "day"


@dataclass(frozen=True)
class Job:
    """A command as it is typed after `flask`, such as `notices send`."""

    command: str
    often: Often

    def turn(self, moment: datetime) -> datetime:
        """When the turn began that `moment`, in UTC, falls into: the job runs once in
        each turn."""
        return TURNS[self.often](moment)

    @property
    def patience(self) -> timedelta:
        """After so long a run that told no end counts as broken off."""
        return PATIENCE[self.often]


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _day(moment: datetime) -> datetime:
    local = moment.replace(tzinfo=UTC).astimezone(LOCAL_TIME)
    before_it = local.time() < time(MORNING)
    date = local.date() - timedelta(days=1) if before_it else local.date()
    morning = datetime.combine(date, time(MORNING), LOCAL_TIME)
    return morning.astimezone(UTC).replace(tzinfo=None)


TURNS: dict[Often, Callable[[datetime], datetime]] = {
    Often.MINUTE: _minute,
    Often.DAY: _day,
}
PATIENCE = {Often.MINUTE: timedelta(minutes=5), Often.DAY: timedelta(hours=2)}
JOBS: dict[str, Job] = {}


def every_minute(*commands: str) -> None:
    JOBS.update({command: Job(command, Often.MINUTE) for command in commands})


def daily(*commands: str) -> None:
    JOBS.update({command: Job(command, Often.DAY) for command in commands})


def init_app(app: Flask) -> None:
    from portal.jobs import cli

    app.cli.add_command(cli.jobs)
