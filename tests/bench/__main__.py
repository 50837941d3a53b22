"""Print how fast search is at two sizes, and the pages that matter most."""

import tempfile
from pathlib import Path

import click

from tests.bench import pages, table
from tests.bench.search import measured

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

    The targets are those of a long run, which takes some twenty minutes:

    \b
      BENCH_SMALL=10000 BENCH_LARGE=100000 make bench

    On PostgreSQL:

    \b
      .venv/bin/python -m tests.postgres .venv/bin/python -m tests.bench
    """
    # Search goes first: the pages would raise the peak of memory.
    with tempfile.TemporaryDirectory() as folder:
        sizes = [measured(services, Path(folder)) for services in (small, large)]
        for line in table.lines(*sizes):
            click.echo(line)
        click.echo()
        for line in pages.lines(Path(folder)):
            click.echo(line)


if __name__ == "__main__":
    main()
