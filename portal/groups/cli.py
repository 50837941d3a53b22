"""Commands: `flask groups …`."""

import click
from flask.cli import AppGroup

from portal.db import database, today
from portal.groups.actions import claims

groups = AppGroup("groups", help="Keep the questions of practice going.")


@groups.command()
def lapse() -> None:
    """Tell those whose claim of a question soon ends, and end those that are over.

    Run it once a day.
    """
    with database.connection_context():
        near, over = claims.warn(today()), claims.lapse(today())
    click.echo(f"Soon over: {near}. Open again: {over}.")
