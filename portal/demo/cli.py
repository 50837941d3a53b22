"""Commands: `flask demo …`."""

import click
from flask.cli import AppGroup

from portal.db import database
from portal.demo.actions import is_empty, load

demo = AppGroup("demo", help="The demo region.")


@demo.command("load")
def load_command() -> None:
    """Fill an empty database with the demo region."""
    with database.connection_context():
        if not is_empty():
            raise click.ClickException("The database is not empty. Nothing was done.")
        load()
    click.echo("The demo region is in.")
