"""Commands: `flask proposals …`."""

import click
from flask.cli import AppGroup

from portal.db import database
from portal.proposals.actions.reminding import remind

proposals = AppGroup("proposals", help="Keep what was promised to those who propose.")


@proposals.command("remind")
def remind_of_answers() -> None:
    """Write to those who answer of what is late; run it once a day.

    Nobody is reminded of the same thing twice in a week. The letters wait in the
    outbox; `flask notices send` sends them.
    """
    with database.connection_context():
        letters, late = remind()
    click.echo(f"Letters: {letters}, about late answers: {late}.")
