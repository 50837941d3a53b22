"""Commands of the whole portal: `flask db …` and `flask serve`."""

import os
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from peewee import Model
from playhouse.migrations import Runner, template
from playhouse.schema_diff import SchemaDiff, diff_models

import portal
from portal.db import BaseModel, database
from portal.jobs.cli import start_beside

MIGRATIONS = Path(__file__).parent / "migrations"
MOST_CONNECTIONS = 4096
"""To one worker. Those that browsers keep open count, and past this all others wait."""
ONE_HEAP = {"MALLOC_ARENA_MAX": "1"}
"""A heap for each thread would take a worker some 25 MB more, and gain nothing."""

db = AppGroup("db", help="Create and change the tables.")


def models() -> list[type[Model]]:
    """Every table of every feature."""
    for module in walk_packages(portal.__path__, "portal."):
        if ".models" in module.name or module.name == "portal.limits":
            import_module(module.name)
    return leaves(BaseModel)


def leaves(base: type[Model]) -> list[type[Model]]:
    """The models that no other model is made from: those have the tables."""
    return [
        leaf for model in base.__subclasses__() for leaf in (leaves(model) or [model])
    ]


def runner() -> Runner:
    return Runner(database.obj, str(MIGRATIONS))


def difference() -> SchemaDiff:
    return diff_models(database.obj, models())


@db.command()
def up() -> None:
    """Apply the migrations that are not applied yet."""
    with database.connection_context():
        for name in runner().up():
            click.echo(f"applied {name}")


@db.command()
@click.argument("name")
def new(name: str) -> None:
    """Write a migration from what differs between models and tables."""
    with database.connection_context():
        click.echo(runner().create(name, body=template(difference())))


@db.command()
def check() -> None:
    """Fail if the models and the tables differ."""
    with database.connection_context():
        if found := difference():
            raise click.ClickException(str(found))
    click.echo("Models and tables agree.")


@click.command()
def setup() -> None:
    """Bring tables, vocabulary and, in a demo, content up to date."""
    vocabulary: ModuleType = import_module("portal.vocabulary.actions")
    index: ModuleType = import_module("portal.search.upkeep")
    rules: ModuleType = import_module("portal.moderation.actions.rules")
    own_rules: ModuleType = import_module("portal.workshops.actions.first_rules")
    demo: ModuleType = import_module("portal.demo.actions")
    with database.connection_context():
        runner().up()
        vocabulary.load_files()
        if not index.is_up_to_date():
            index.make()
        vocabulary.load_concepts()
        rules.begin()
        own_rules.keep_all()
        if current_app.config["DEMO"] and demo.is_empty():
            click.echo("Loading the demo region …")
            demo.load()


@click.command()
def serve() -> None:
    """Serve the portal at http://127.0.0.1:PORT with a production server, and beside it
    what runs by itself (JOBS)."""
    config = current_app.config
    command = Path(sys.executable).with_name("granian")
    click.echo(f"{config['SITE_NAME']} is at http://127.0.0.1:{config['PORT']}")
    sys.stdout.flush()
    if config["JOBS"]:
        start_beside()
    os.execve(  # noqa: S606  our own server, with our own settings
        command,
        [
            str(command),
            "--interface=wsgi",
            "--host=127.0.0.1",
            f"--port={config['PORT']}",
            f"--workers={config['WORKERS']}",
            "--blocking-threads=2",
            f"--backlog={MOST_CONNECTIONS}",
            f"--backpressure={MOST_CONNECTIONS}",
            "--no-ws",
            "--log-level=warning",
            "app:app",
        ],
        ONE_HEAP | os.environ,
    )


def init_app(app: Flask) -> None:
    for command in (db, setup, serve):
        app.cli.add_command(command)
