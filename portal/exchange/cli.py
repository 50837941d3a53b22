"""Commands: `flask import …`."""

import json
from pathlib import Path

import click
from flask.cli import AppGroup

from portal.db import database
from portal.exchange.actions import Report, import_general_descriptions

importing = AppGroup("import", help="Bring in records of others.")


@importing.command("ptv-general-descriptions")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def ptv_general_descriptions(path: Path) -> None:
    """Read PTV's national general descriptions from the JSON file PATH.

    They come in as templates marked "national description". Reading the same file
    again changes nothing.
    """
    try:
        records = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise click.ClickException(f"{path} is not JSON in UTF-8: {error}") from error
    if not isinstance(records, list):
        raise click.ClickException(f"{path} holds no list of records.")
    with (
        database.connection_context(),
        click.progressbar(length=len(records), label="Reading") as bar,
    ):
        report = import_general_descriptions(records, lambda: bar.update(1))
    tell(report)


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
