"""Commands: `flask practices …`."""

import click
from flask.cli import AppGroup

from portal.db import database
from portal.practices.actions import reviews

practices = AppGroup("practices", help="Keep the library true and safe.")


@practices.command()
def remind() -> None:
    """Ask by mail, once a year, whether what is told of places is still so.

    Run this once a day. `flask notices send` sends the letters.
    """
    with database.connection_context():
        letters, applications = reviews.remind()
    click.echo(f"Letters: {letters}, about applications: {applications}.")


@practices.command()
def forget() -> None:
    """Erase the e-mail addresses of those who answered none of three letters.

    Run this once a day.
    """
    with database.connection_context():
        click.echo(f"{reviews.erase_addresses()} erased.")
