"""Commands: `flask indicators …`."""

import click
from flask.cli import AppGroup

from portal.db import database
from portal.indicators.actions.taking import take

indicators = AppGroup("indicators", help="Keep the measurable aims.")


@indicators.command("take")
def take_figures() -> None:
    """Take the figures of this month, unless they were taken.

    Run it once a day.
    """
    with database.connection_context():
        click.echo(f"Indicators taken: {take()}.")
