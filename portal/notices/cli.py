"""Commands: `flask notices …`."""

from collections import Counter

import click
from flask import current_app
from flask.cli import AppGroup

from portal.db import database
from portal.notices import actions, queries
from portal.notices.delivery import (
    InDoubtError,
    NotTakenError,
    UnreachableError,
    hand_over,
    mail_server,
)
from portal.notices.models import Mail

notices = AppGroup("notices", help="Send the mail that waits.")


@notices.command()
def send() -> None:
    """Send the mail that waits; run it every few minutes.

    A mail is taken in hand, and that is written down, before it is handed over: two
    runs at once never send the same one. If the line breaks after the words went,
    nobody knows whether they were taken; such a mail is not sent again by itself, but
    told of here, and `flask notices again` sends it.
    """
    with database.connection_context():
        actions.erase_old()
        waiting = queries.due()
        if not current_app.config["MAIL_URL"]:
            click.echo(f"MAIL_URL is empty: nothing is sent. {len(waiting)} waiting.")
            return
        try:
            done = send_all(waiting) if waiting else Counter[str]()
        except UnreachableError as error:
            raise click.ClickException(
                f"The mail server can't be reached: {error}. {len(waiting)} waiting."
            ) from error
        click.echo(f"{done['sent']} sent, {done['later']} put off.")
        for mail_id in queries.in_doubt():
            click.echo(f"Mail {mail_id} may or may not have been sent.")


def send_all(waiting: list[Mail]) -> Counter[str]:
    """Send these; how many were sent and how many put off."""
    config = current_app.config
    sender = config["MAIL_FROM"] or config["CONTACT_EMAIL"]
    done: Counter[str] = Counter()
    with mail_server(config["MAIL_URL"]) as server:
        for mail in waiting:
            if not actions.claim(mail):
                continue
            try:
                hand_over(server, mail, sender, config["SITE_NAME"])
            except NotTakenError as error:
                actions.tell_not_sent(mail, str(error), for_good=error.for_good)
                done["later"] += 1
                if server.sock is None:
                    break
            except InDoubtError as error:
                actions.tell_in_doubt(mail, str(error))
                break
            else:
                actions.tell_sent(mail)
                done["sent"] += 1
    return done


@notices.command()
@click.argument("mail_id", type=int)
def again(mail_id: int) -> None:
    """Send the mail of this number once more, though it may have been sent."""
    with database.connection_context():
        if not actions.put_back(mail_id):
            raise click.ClickException(f"There is no mail {mail_id} to send again.")
    click.echo(f"Mail {mail_id} waits again.")
