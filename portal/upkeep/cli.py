"""Commands: `flask upkeep …`, to be run once a day."""

import click
from flask import current_app
from flask.cli import AppGroup

from portal.db import database
from portal.notices import actions as notices
from portal.upkeep.actions import feedback, links, reviews

upkeep = AppGroup("upkeep", help="Keep the directory true; run these once a day.")


@upkeep.command()
def remind() -> None:
    """Ask by mail whether cards still hold whose check is near or late.

    The letters wait in the outbox; `flask notices send` sends them.
    """
    with database.connection_context():
        letters, cards = reviews.remind()
    click.echo(f"Letters: {letters}, about cards: {cards}.")


@upkeep.command("links")
def check_links() -> None:
    """Try every address of the web that cards lead to."""
    with database.connection_context():
        found = links.check_all()
    click.echo(
        f"{found.tried} addresses: {found.working} work, {found.failing} do not, "
        f"{found.for_the_first_time} of these for the first time."
    )


@upkeep.command()
def tidy() -> None:
    """Erase addresses and letters whose time is over."""
    with database.connection_context():
        addresses, letters = feedback.erase_addresses(), notices.erase_old()
    click.echo(f"Erased: addresses {addresses}, letters {letters}.")


@upkeep.command("forget-feedback")
def forget_feedback() -> None:
    """Delete feedback that was answered more than FEEDBACK_DAYS days ago."""
    with database.connection_context():
        forgotten = feedback.forget_answered(current_app.config["FEEDBACK_DAYS"])
    click.echo(f"{forgotten} forgotten.")
