"""Commands: `flask notices …`."""

import logging
import sys
from collections import Counter

import click
from flask import current_app
from flask.cli import AppGroup

from portal.db import database
from portal.notices import actions, bounces, digests, queries
from portal.notices.faults import UnreachableError
from portal.notices.sending import send_all

log = logging.getLogger(__name__)

notices = AppGroup("notices", help="Make mail of notices, and send what waits.")


@notices.command()
def send() -> None:
    """Make mail of the notices that are due, and send what waits; run it every few
    minutes.

    A mail is taken in hand, and that is written down, before it is handed over: two
    runs at once never send the same one. If the line breaks after the words went,
    nobody knows whether they were taken; such a mail is not sent again by itself, but
    told of here, and `flask notices again` sends it.
    """
    with database.connection_context():
        if not current_app.config["MAIL_URL"]:
            count = len(queries.due())
            click.echo(f"MAIL_URL is empty: nothing is sent. {count} waiting.")
            return
        gather()
        actions.give_up_stopped()
        waiting = queries.due()
        done = Counter[str]()
        while waiting:
            try:
                now_done = send_all(waiting)
            except UnreachableError as error:
                raise click.ClickException(
                    f"The mail server can't be reached: {error}. "
                    f"{len(waiting)} waiting."
                ) from error
            done += now_done
            full = len(waiting) == queries.MOST_AT_ONCE and now_done["sent"]
            waiting = queries.due() if full else []
        click.echo(f"{done['sent']} sent, {done['later']} put off.")
        for mail_id in queries.in_doubt():
            click.echo(f"Mail {mail_id} may or may not have been sent.")


def gather() -> None:
    """Whatever goes wrong with new mail, what waits already goes."""
    try:
        digests.gather()
    except Exception:
        log.exception("Mail of notices could not be put into the outbox")


@notices.command()
@click.argument("address", default="")
def bounce(address: str) -> None:
    """Read a report of a mail that came back, as a mail server pipes it in.

    ADDRESS is where it came back to; without it, the headers are asked. Only addresses
    that we made ourselves count (MAIL_BOUNCES).
    """
    read = bounces.read(sys.stdin.buffer.read(), address)
    if read is None:
        click.echo("Nothing to note.")
        return
    with database.connection_context():
        noted = actions.note_bounce(
            read.mail_id, read.told, nobody_there=read.nobody_there
        )
    click.echo(f"Mail {read.mail_id} came back." if noted else "Noted before.")


@notices.command()
def forget() -> None:
    """Delete notices that were seen, or never seen, long ago, and erase the words and
    addresses of old mail. Run it once a day."""
    with database.connection_context():
        forgotten, erased = actions.forget_old(), actions.erase_old()
    click.echo(f"Notices deleted: {forgotten}. Letters erased: {erased}.")


@notices.command()
@click.argument("mail_id", type=int)
def again(mail_id: int) -> None:
    """Send the mail of this number once more, though it may have been sent."""
    with database.connection_context():
        if not actions.put_back(mail_id):
            raise click.ClickException(f"There is no mail {mail_id} to send again.")
    click.echo(f"Mail {mail_id} waits again.")
