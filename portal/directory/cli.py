"""Commands: `flask directory …`."""

import click
from flask.cli import AppGroup

from portal import limits
from portal.db import database
from portal.directory.actions import unmet

directory = AppGroup("directory", help="Look after the directory.")


@directory.command("forget-unmet")
def forget_unmet() -> None:
    """Delete unmet needs that are too old, or that too few have looked for.

    The digests that keep visitors from being counted twice a day go too.
    """
    with database.connection_context():
        limits.forget_ended()
        click.echo(f"{unmet.forget()} forgotten.")
