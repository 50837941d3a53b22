"""Ask the graded questions of the portal and print what the answers are worth."""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import click

from portal import create_app
from portal.cli import runner
from portal.config import Config
from portal.db import database
from portal.demo import actions as demo
from portal.directory.models import Service
from portal.directory.queries import finding
from portal.directory.queries.finding import Wish
from portal.exchange.actions import import_general_descriptions
from portal.exchange.models import SourceRecord
from portal.i18n import LANGUAGES
from portal.vocabulary import actions as vocabulary_actions
from tests.conftest import REAL_DATA
from tests.relevance.graded import KINDS, NATIONAL, PARTS, Query, queries
from tests.relevance.measures import CUT, ndcg, succeeds

DESCRIPTIONS = REAL_DATA / "ptv" / "general-descriptions" / "gd.json"


@dataclass(frozen=True)
class Directory:
    """The ids of services by the names that grades use, the twin group of each id,
    and what to call it."""

    ids: dict[str, int]
    twins: dict[int, str]
    names: dict[int, str]


@dataclass(frozen=True)
class Outcome:
    query: Query
    ndcg: float
    success: bool
    empty: bool
    first: str


@click.command()
@click.option("--language", type=click.Choice(LANGUAGES), help="Only this language.")
@click.option(
    "--half",
    type=click.IntRange(1, 2),
    help="Every other question: tune on one half, verify on the other.",
)
@click.option("--misses", is_flag=True, help="Also print what failed, with what came.")
def main(language: str | None, half: int | None, *, misses: bool) -> None:
    """How well search answers the graded questions."""
    asked = queries()[half - 1 :: 2] if half else queries()
    chosen = [query for query in asked if language in (None, query.language)]
    if not DESCRIPTIONS.exists():
        raise click.ClickException(
            f"{DESCRIPTIONS} is not there: set REAL_DATA to the folder of real data."
        )
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'relevance.db'}"
        config = Config(DATABASE_URL=url, SECRET_KEY="a key for measuring", DEMO=True)
        app = create_app(config)
        with app.app_context(), database.connection_context():
            directory = filled()
            outcomes = [answered(query, directory) for query in chosen]
        database.obj.close_all()
    show(outcomes)
    if misses:
        show_misses(outcomes)


def filled() -> Directory:
    """The demo region and the national descriptions, in an empty database."""
    runner().up()
    vocabulary_actions.load_files()
    vocabulary_actions.load_concepts()
    demo.load()
    import_general_descriptions(json.loads(DESCRIPTIONS.read_text("utf-8-sig")))
    services = list(Service.select(Service.id, Service.slug, Service.twin_key))
    national = SourceRecord.select(SourceRecord.source_id, SourceRecord.service)
    return Directory(
        {service.slug: service.id for service in services}
        | {f"{NATIONAL}{row.source_id}": row.service for row in national},
        {service.id: service.twin_key for service in services},
        {service.id: service.slug for service in services},
    )


def answered(query: Query, directory: Directory) -> Outcome:
    """A group of twins has the best grade of its members, and counts once."""
    best: dict[str, int] = {}
    for name, grade in query.grades.items():
        twin = directory.twins[directory.ids[name]]
        best[twin] = max(grade, best.get(twin, 0))
    groups = finding.find(Wish(query.question), query.page).groups
    grades = [
        max(best.get(directory.twins[member], 0) for member in group)
        for group in groups[:CUT]
    ]
    ideal = list(best.values())
    return Outcome(
        query,
        ndcg(grades, ideal),
        succeeds(grades, ideal),
        not groups,
        directory.names[groups[0][0]] if groups else "nothing",
    )


def show(outcomes: list[Outcome]) -> None:
    click.echo(f"{'':16}{'queries':>8}{'nDCG@5':>9}{'success@1':>11}{'empty':>8}")
    for code in LANGUAGES:
        ours = [outcome for outcome in outcomes if outcome.query.language == code]
        if ours:
            for kind in KINDS:
                of_kind = [outcome for outcome in ours if outcome.query.kind == kind]
                click.echo(line(f"{code} {kind}", of_kind))
            click.echo(line(f"{code} all", ours))
    for kind in KINDS:
        of_kind = [outcome for outcome in outcomes if outcome.query.kind == kind]
        click.echo(line(kind, of_kind))
    for part in PARTS:
        of_part = [outcome for outcome in outcomes if outcome.query.part == part]
        click.echo(line(part, of_part))
    click.echo(line("all", outcomes))


def line(name: str, outcomes: list[Outcome]) -> str:
    return (
        f"{name:16}{len(outcomes):8}{mean(one.ndcg for one in outcomes):9.3f}"
        f"{mean(one.success for one in outcomes):11.3f}"
        f"{mean(one.empty for one in outcomes):8.3f}"
    )


def mean(values: Iterable[float]) -> float:
    listed = list(values)
    return fmean(listed) if listed else 0.0


def show_misses(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        if not outcome.success:
            query = outcome.query
            wanted = max(query.grades, key=query.grades.__getitem__)
            click.echo(
                f"{query.page} {query.kind:15} {query.question!r}: {outcome.first} "
                f"came first, wanted {wanted}"
            )


if __name__ == "__main__":
    main()
