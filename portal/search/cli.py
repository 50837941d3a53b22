"""Commands: `flask search …`."""

import click
from flask.cli import AppGroup

from portal.db import database
from portal.search import upkeep
from portal.search.analysis import name

search = AppGroup("search", help="The index of search.")


@search.command("index")
def index_command() -> None:
    """Index everything anew."""
    with database.connection_context():
        count = upkeep.make()
    click.echo(f"{count} entries indexed with {name()}.")
