"""Commands: `flask pilots …`."""

import click
from flask.cli import AppGroup

from portal.db import database
from portal.pilots.actions.sites import erase_addresses, remind

pilots = AppGroup("pilots", help="Keep pilots going.")


@pilots.command("remind")
def remind_sites() -> None:
    """Ask sites that have not told of a period that is over, once a week at most.

    Run it once a day. The letters wait in the outbox; `flask notices send` sends them.
    """
    with database.connection_context():
        sent = remind()
    click.echo(f"Reminders: {sent}.")


@pilots.command()
def forget() -> None:
    """Erase the e-mail addresses of pilots that were over a while ago.

    Run it once a day.
    """
    with database.connection_context():
        click.echo(f"{erase_addresses()} erased.")
