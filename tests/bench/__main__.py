"""Print how fast search is at two sizes, and the pages that matter most."""

import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import click

from tests.bench import (
    digests,
    inventories,
    moderation,
    pages,
    practices,
    queue,
    reports,
    table,
    threads,
)
from tests.bench.search import Measured, measured

SERVICES = click.IntRange(min=1)


@click.command()
@click.option(
    "--small",
    type=SERVICES,
    envvar="BENCH_SMALL",
    default=500,
    show_default=True,
    show_envvar=True,
    help="Services in the smaller directory.",
)
@click.option(
    "--large",
    type=SERVICES,
    envvar="BENCH_LARGE",
    default=5000,
    show_default=True,
    show_envvar=True,
    help="Services in the larger directory.",
)
def main(small: int, large: int) -> None:
    """Speed, as ratios: of search at two sizes, and of pages to a bare Flask page.

    The targets are those of a long run, which takes some ten minutes:

    \b
      BENCH_SMALL=10000 BENCH_LARGE=100000 BENCH_PRACTICES=20000 make bench

    On PostgreSQL:

    \b
      .venv/bin/python -m tests.postgres .venv/bin/python -m tests.bench
    """
    with tempfile.TemporaryDirectory() as folder:
        sizes = [apart(services, Path(folder)) for services in (small, large)]
        for line in table.lines(*sizes):
            click.echo(line)
        click.echo()
        for part in (
            pages,
            practices,
            inventories,
            moderation,
            queue,
            digests,
            reports,
            threads,
        ):
            for line in part.lines(Path(folder)):
                click.echo(line)
            click.echo()


def apart(services: int, folder: Path) -> Measured:
    """In a process of its own, so that its memory is what one size takes."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(measured, services, folder).result()


if __name__ == "__main__":
    main()
