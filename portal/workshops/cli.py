"""Commands: `flask workshops …`."""

import click
from flask.cli import AppGroup

from portal.db import database, now, today
from portal.workshops.actions.forgetting import forget, forget_contacts
from portal.workshops.actions.notifying import tell_of_today

workshops = AppGroup("workshops", help="Keep what workshops have promised.")


@workshops.command("tell")
def tell_people() -> None:
    """Tell of workshops that moved on by their dates, and of sessions of tomorrow.

    Run it once a day. Nobody is told twice.
    """
    with database.connection_context():
        tell_of_today()
    click.echo("Told.")


@workshops.command("forget")
def forget_people() -> None:
    """Erase who took part in workshops whose date of deletion has passed.

    Run it once a day. What was proposed and answered stays. E-mail addresses and
    needs of those who registered for a session are erased 30 days after it.
    """
    with database.connection_context():
        gone = forget(today())
        contacts = forget_contacts(now())
    click.echo(
        f"Workshops: {gone.workshops}. Erased: participants {gone.participants}, "
        f"registrations {gone.registrations}, invitations {gone.invitations}. "
        f"Contacts erased: {contacts}."
    )
