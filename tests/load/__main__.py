"""Print how a workshop of many people goes, and fail if a ballot is lost."""

import sys
import tempfile
from pathlib import Path

import click

from tests.load.boards import large_board
from tests.load.outcome import Outcome
from tests.load.parts import Size, full_hall, killed

DYING = 12.0
"""Seconds of voting in the part in which the server dies."""


@click.command()
@click.option("--people", default=500, show_default=True, envvar="LOAD_PEOPLE")
@click.option("--rate", default=200.0, show_default=True, envvar="LOAD_RATE")
@click.option("--seconds", default=24.0, show_default=True, envvar="LOAD_SECONDS")
def main(people: int, rate: float, seconds: float) -> None:
    """So many PEOPLE look at a board and poll it every three seconds, while RATE
    ballots a second are cast for some SECONDS: one of ten by somebody who votes again,
    some on two devices at once. Then the same while the server is killed. It all runs
    on 127.0.0.1, in a database of its own that is thrown away.

    On PostgreSQL:

    \b
      .venv/bin/python -m tests.postgres .venv/bin/python -m tests.load
    """
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for title, part in (
            (
                f"{people} people poll, {rate:.0f} ballots a second, {seconds:.0f} s",
                lambda: full_hall(Path(folder), Size(people, rate, seconds)),
            ),
            (
                "the server is killed in the middle",
                lambda: killed(Path(folder), Size(people, rate, DYING)),
            ),
            ("a large board", lambda: large_board(Path(folder))),
        ):
            click.echo(f"\n{title}")
            outcomes.append(part())
            for line in outcomes[-1].lines:
                click.echo(f"  {line}")
            tell(outcomes[-1])
    sys.exit(any(outcome.wrong or outcome.slow for outcome in outcomes))


def tell(outcome: Outcome) -> None:
    for fault in outcome.wrong[:10]:
        click.echo(f"  WRONG: {fault}")
    for fault in outcome.slow:
        click.echo(f"  too slow: {fault}")


if __name__ == "__main__":
    main()
