"""Commands: `flask import …`, `flask practices export` and `import`."""

import json
from pathlib import Path
from typing import Any, BinaryIO

import click
from flask.cli import AppGroup

from portal.db import database
from portal.exchange.actions import (
    Report,
    import_code_names,
    import_general_descriptions,
)
from portal.exchange.library import LibraryRefused
from portal.exchange.library.reading import import_library
from portal.exchange.library.writing import whole_library
from portal.exchange.ptv import code_lists
from portal.practices.cli import practices

importing = AppGroup("import", help="Bring in records of others.")


@importing.command("ptv-general-descriptions")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def ptv_general_descriptions(path: Path) -> None:
    """Read PTV's national general descriptions from the JSON file PATH.

    They come in as templates marked "national description". Reading the same file
    again changes nothing.
    """
    records = records_of(path)
    with (
        database.connection_context(),
        click.progressbar(length=len(records), label="Reading") as bar,
    ):
        report = import_general_descriptions(records, lambda: bar.update(1))
    tell(report)


@importing.command("ptv-code-lists")
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
def ptv_code_lists(paths: tuple[Path, ...]) -> None:
    """Read what PTV's codes are called in each language from the JSON files PATHS:
    ServiceClasses.json, TargetGroups.json and LifeEvents.json.

    Cards of services then name their codes in the language of the page.
    """
    try:
        names = [name for path in paths for name in code_lists.names(records_of(path))]
    except code_lists.UnreadableListError as error:
        raise click.ClickException(f"Nothing was read: {error}.") from error
    with database.connection_context():
        click.echo(f"{import_code_names(names)} names of codes.")


@practices.command("export")
@click.argument("file", type=click.File("wb"))
def practices_export(file: BinaryIO) -> None:
    """Write the whole library to FILE, for safekeeping."""
    with database.connection_context():
        written = sum(file.write(part) for part in whole_library())
    click.echo(f"{written} bytes written.")


@practices.command("import")
@click.argument("file", type=click.File("rb"))
def practices_import(file: BinaryIO) -> None:
    """Bring the library in FILE into a portal that has no practices."""
    with database.connection_context():
        try:
            found = import_library(file)
        except LibraryRefused as refused:
            raise click.ClickException(str(refused)) from refused
    rows = ", ".join(f"{name} {count}" for name, count in sorted(found.counts.items()))
    click.echo(f"Brought in: {rows}. Links to what is not here: {found.unjoined}.")


def records_of(path: Path) -> list[Any]:
    try:
        records = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise click.ClickException(f"{path} is not JSON in UTF-8: {error}") from error
    if not isinstance(records, list):
        raise click.ClickException(f"{path} holds no list of records.")
    return records


def tell(report: Report) -> None:
    click.echo(
        f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, "
        f"{len(report.unreadable)} not read."
    )
    for source_id, text in report.warnings:
        click.echo(f"  for editors: {source_id}: {text}")
    for source_id, reason in report.unreadable:
        click.echo(f"  not read: {source_id}: {reason}")
    if report.unreadable:
        click.echo("The others are in; nothing of them is lost.")
