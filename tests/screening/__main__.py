"""Print how well screening finds what must not become public."""

import click

from portal.screening.findings import Sort
from tests.screening.measures import Figures, figures, found_in, total
from tests.screening.sentences import HALVES, LANGUAGES, Sentence, sentences


@click.command()
@click.option("--misses", is_flag=True, help="Also print what was wrong in `tuned`.")
def main(*, misses: bool) -> None:
    """Precision and recall by sort and language, for the sentences that patterns were
    tuned on and for those that nobody looked at."""
    for half in HALVES:
        measured = sentences(half)
        counted = figures(measured)
        harmless = sum(not sentence.expected for sentence in measured)
        click.echo(f"{half}: {len(measured)} sentences, {harmless} of them harmless")
        header = "".join(f"{name:>16}" for name in (*LANGUAGES, "all"))
        click.echo(f"{'precision/recall':16}{header}")
        for sort in Sort:
            ours = [counted[sort, language] for language in LANGUAGES]
            click.echo(f"{sort:16}" + "".join(map(cell, (*ours, total(ours)))))
        by_language = [
            total(counted[sort, language] for sort in Sort) for language in LANGUAGES
        ]
        everything = (*by_language, total(by_language))
        click.echo(f"{'all':16}" + "".join(map(cell, everything)) + "\n")
    if misses:
        for sentence in sentences("tuned"):
            show(sentence)


def cell(one: Figures) -> str:
    return f"{one.precision:>10.3f}/{one.recall:.3f}"


def show(sentence: Sentence) -> None:
    found = found_in(sentence)
    missed, false = sentence.expected - found, found - sentence.expected
    if missed or false:
        marks = [f"-{sort}" for sort in missed] + [f"+{sort}" for sort in false]
        click.echo(f"{' '.join(marks)}: {sentence.text}")


if __name__ == "__main__":
    main()
