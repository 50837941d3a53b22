"""Sending what waits in the outbox."""

from collections import Counter

from flask import current_app

from portal.notices import actions, bounces
from portal.notices.delivery import mail_server
from portal.notices.faults import InDoubtError, NotTakenError
from portal.notices.models import Mail


def send_all(waiting: list[Mail]) -> Counter[str]:
    """Send these; how many were sent and how many put off."""
    config = current_app.config
    sender = config["MAIL_FROM"] or config["CONTACT_EMAIL"]
    done: Counter[str] = Counter()
    with mail_server(config["MAIL_URL"]) as server:
        for mail in waiting:
            if not actions.claim(mail):
                continue
            envelope = bounces.envelope(mail.id, sender)
            try:
                server.hand_over(mail, sender, config["SITE_NAME"], envelope)
            except NotTakenError as error:
                put_off(mail, error)
                done["later"] += 1
                if server.closed:
                    break
            except InDoubtError as error:
                actions.tell_in_doubt(mail, str(error))
                break
            else:
                actions.tell_sent(mail)
                done["sent"] += 1
    return done


def put_off(mail: Mail, error: NotTakenError) -> None:
    if error.bounced:
        actions.note_bounce(mail.id, str(error), nobody_there=error.nobody_there)
    else:
        actions.tell_not_sent(mail, str(error), for_good=error.for_good)
