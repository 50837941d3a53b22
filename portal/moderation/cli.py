"""Commands: `flask moderation …`."""

from pathlib import Path

import click
from flask.cli import AppGroup

from portal.db import database, now
from portal.moderation.actions.appealing import put_overdue_first
from portal.moderation.actions.forgetting import forget
from portal.moderation.chain import Checked, check
from portal.moderation.downloads import Unreadable, read
from portal.moderation.duties import tell_of_queue
from portal.moderation.queries.log import checked

moderation = AppGroup("moderation", help="Keep the promises of moderation.")


@moderation.command()
def remind() -> None:
    """Tell moderators of texts that have waited for a day, and put appeals that are
    late before what is ordinary; run it once a day."""
    with database.connection_context():
        put_overdue_first()
        waiting = tell_of_queue()
    click.echo(f"Texts that wait: {waiting}.")


@moderation.command("forget")
def forget_words() -> None:
    """Erase the words of what was decided 30 days ago; run it once a day.

    What came back or was hidden and was not reworded since is erased, and so are notes
    to authors and what readers who reported something wrote. That it was decided, and
    why, stays.
    """
    with database.connection_context():
        gone = forget(now())
    click.echo(f"Cases: {gone.cases}. Erased: texts {gone.texts}, flags {gone.flags}.")


@moderation.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False))
def verify(file: str | None) -> None:
    """Check the chain of the log: of the database or of a downloaded FILE.

    Fails at the first line that was changed, left out or put in. Compare the head with
    one that was published or kept earlier: only that shows lines cut off at the end.
    """
    if file is None:
        with database.connection_context():
            tell(checked(), "")
        return
    try:
        entries, head = read(Path(file).read_text(encoding="utf-8"))
    except (Unreadable, UnicodeDecodeError) as error:
        raise click.ClickException("This file is not a downloaded log.") from error
    tell(check(entries), head)


def tell(found: Checked, head: str) -> None:
    if found.broken_at is not None:
        raise click.ClickException(
            f"The log is broken at line {found.broken_at}. "
            f"The {found.lines} lines before it hold."
        )
    if head and head != found.head:
        raise click.ClickException(
            f"The file tells of another end than its {found.lines} lines have."
        )
    click.echo(f"The log holds: {found.lines} lines, head {found.head}.")
