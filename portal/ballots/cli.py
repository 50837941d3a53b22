"""Commands: `flask ballots …`."""

import click
from flask.cli import AppGroup
from flask_babel import force_locale

from portal.ballots.actions.closing import close, destroy_left_keys, due
from portal.ballots.actions.notifying import tell_of_last_days
from portal.db import database
from portal.errors import Refused

ballots = AppGroup("ballots", help="Close votes whose time is up.")


@ballots.command("tell")
def tell_people() -> None:
    """Tell those who take part of votes that end tomorrow; run it once a day."""
    with database.connection_context():
        tell_of_last_days()
    click.echo("Told.")


@ballots.command("close")
def close_due() -> None:
    """Count and seal the votes whose time is up, and destroy keys left by a fault.

    Run it every five minutes.
    """
    failed = []
    with database.connection_context(), force_locale("en"):
        waiting = due()
        for poll_id in waiting:
            try:
                close(poll_id)
            except Refused as refusal:
                failed.append(f"Vote {poll_id} stays open: {refusal.message}")
        destroyed = destroy_left_keys()
    click.echo(f"Votes closed: {len(waiting) - len(failed)}. Keys left: {destroyed}.")
    if failed:
        raise click.ClickException("\n".join(failed))
