"""Commands: `flask reports …`."""

import click
from flask.cli import AppGroup

from portal.db import database, now
from portal.reports.actions import body, counting, digests, drafts

reports = AppGroup("reports", help="Keep social reporting answered and counted.")


@reports.command()
def remind() -> None:
    """Remind those who must answer a phenomenon, before it is due and when it is late.

    Run this once a day. `flask notices send` sends the letters.
    """
    with database.connection_context():
        click.echo(f"Phenomena that wait: {body.remind()}.")


@reports.command()
def count() -> None:
    """Count phenomena whose reports have changed, and half years that are over.

    Run this once a day.
    """
    with database.connection_context():
        told, halves = counting.count_all(), digests.keep_halves()
    click.echo(f"Counted: {told} phenomena, {len(halves)} half years.")


@reports.command()
def forget() -> None:
    """Delete drafts of reports that nobody has touched for half a year.

    Run this once a day.
    """
    with database.connection_context():
        click.echo(f"Drafts deleted: {drafts.forget_drafts(now())}.")
