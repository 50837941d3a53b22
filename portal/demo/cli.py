"""Commands: `flask demo …`."""

from time import monotonic

import click
from flask import current_app
from flask.cli import AppGroup

from portal.cli import runner
from portal.db import database
from portal.demo.actions import is_empty, load
from portal.demo.scale.actions import write

SECONDS_EACH = 0.005

demo = AppGroup("demo", help="The demo region.")


@demo.command("load")
def load_command() -> None:
    """Fill an empty database with the demo region."""
    with database.connection_context():
        if not is_empty():
            raise click.ClickException("The database is not empty. Nothing was done.")
        load()
    click.echo("The demo region is in.")


@demo.command("scale")
@click.argument("services", type=click.IntRange(min=1))
def scale_command(services: int) -> None:
    """Write SERVICES more services, to measure with.

    They are made up from the texts of the demo region and from a stock of words, and
    are the same each time. The database may be empty or hold the demo region.
    """
    if not current_app.config["DEMO"]:
        raise click.ClickException("DEMO is off here. Nothing was done.")
    minutes = max(round(services * SECONDS_EACH / 60), 1)
    click.echo(f"{services} services take about {minutes} min on two slow cores.")
    started = monotonic()
    with database.connection_context():
        runner().up()
        with click.progressbar(length=services, label="Writing") as bar:
            write(services, bar.update)
    click.echo(f"{services} services are in after {monotonic() - started:.0f} s.")
