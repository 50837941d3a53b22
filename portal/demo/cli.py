"""Commands: `flask demo …`."""

from time import monotonic

import click
from flask import current_app
from flask.cli import AppGroup

from portal.cli import runner
from portal.db import database
from portal.demo.actions import is_empty, load
from portal.demo.scale import practices as library
from portal.demo.scale.actions import prepare, write

SECONDS_EACH = 0.005
SECONDS_A_PRACTICE = 0.012

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
@click.argument("services", type=click.IntRange(min=0))
@click.option(
    "--practices",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="How many more practices to write.",
)
def scale_command(services: int, practices: int) -> None:
    """Write SERVICES more services, to measure with.

    They are made up from the texts of the demo region and from a stock of words, and
    are the same each time. The database may be empty or hold the demo region.
    """
    if not current_app.config["DEMO"]:
        raise click.ClickException("DEMO is off here. Nothing was done.")
    seconds = services * SECONDS_EACH + practices * SECONDS_A_PRACTICE
    minutes = max(round(seconds / 60), 1)
    both = f"{services} services and {practices} practices"
    click.echo(f"{both} take about {minutes} min on two slow cores.")
    started = monotonic()
    with database.connection_context():
        runner().up()
        with click.progressbar(length=services + practices, label="Writing") as bar:
            if services:
                write(services, bar.update)
            else:
                prepare(services)
            if practices:
                library.write(practices, bar.update)
    click.echo(f"{both} are in after {monotonic() - started:.0f} s.")
