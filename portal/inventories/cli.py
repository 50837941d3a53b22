"""Commands: `flask inventories …`."""

import click
from flask.cli import AppGroup

from portal.db import database
from portal.inventories.actions.respondents import erase_addresses, remind

inventories = AppGroup("inventories", help="Keep inventories going.")


@inventories.command("remind")
def remind_respondents() -> None:
    """Remind those who have not answered, each once a week at most.

    Run it once a day. The letters wait in the outbox; `flask notices send` sends them.
    """
    with database.connection_context():
        sent = remind()
    click.echo(f"Reminders: {sent}.")


@inventories.command()
def forget() -> None:
    """Erase the e-mail addresses of inventories that were closed a while ago.

    Run it once a day.
    """
    with database.connection_context():
        click.echo(f"{erase_addresses()} erased.")
