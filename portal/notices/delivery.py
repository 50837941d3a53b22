"""Handing mail over to a mail server."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

from portal.notices.models import Mail

PATIENCE = 20
TAKEN = 250
ALSO_TAKEN = 251
FOR_GOOD = 500
PORTS = {"smtp": 25, "smtps": 465}


class UnreachableError(Exception):
    """There is no mail server to talk to, or it does not let us in."""


class NotTakenError(Exception):
    """The server certainly did not take it; `for_good` if it never will."""

    def __init__(self, message: str, *, for_good: bool = False) -> None:
        super().__init__(message)
        self.for_good = for_good


class InDoubtError(Exception):
    """The line broke after the words went: they may have been taken."""


@contextmanager
def mail_server(url: str) -> Iterator[smtplib.SMTP]:
    """A session with the server at `smtp://…` or `smtps://…`."""
    try:
        server = _connected(url)
    except (OSError, smtplib.SMTPException) as error:
        raise UnreachableError(str(error)) from error
    try:
        yield server
    finally:
        try:
            server.quit()
        except (OSError, smtplib.SMTPException):
            server.close()


def _connected(url: str) -> smtplib.SMTP:
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    trusted = ssl.create_default_context()
    server: smtplib.SMTP
    if parts.scheme == "smtps":
        server = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=trusted)
    else:
        server = smtplib.SMTP(host, port, timeout=PATIENCE)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=trusted)
        elif parts.password:
            server.close()
            raise smtplib.SMTPException(
                "The server has no STARTTLS; the password was not sent."
            )
    if parts.username and parts.password:
        server.login(unquote(parts.username), unquote(parts.password))
    return server


def written(mail: Mail, sender: str, name: str) -> bytes:
    """The mail as it goes on the line. Its number is the same each time."""
    message = EmailMessage()
    message["From"] = Address(name, addr_spec=sender)
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.created_at)
    domain = sender.rpartition("@")[2]
    message["Message-ID"] = f"<mail-{mail.id}-{mail.created_at:%Y%m%d%H%M%S}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body, cte="quoted-printable")
    return message.as_bytes(policy=SMTP)


def hand_over(server: smtplib.SMTP, mail: Mail, sender: str, name: str) -> None:
    """Give one mail to the server. Raises NotTakenError or InDoubtError."""
    try:
        words = written(mail, sender, name)
        server.ehlo_or_helo_if_needed()
        need(*server.mail(sender))
        need(*server.rcpt(mail.recipient))
    except NotTakenError:
        clear(server)
        raise
    except (OSError, smtplib.SMTPException) as error:
        raise NotTakenError(str(error)) from error
    except ValueError as error:
        raise NotTakenError(str(error), for_good=True) from error
    try:
        need(*server.data(words))
    except smtplib.SMTPDataError as error:
        refuse(error.smtp_code, error.smtp_error)
    except (OSError, smtplib.SMTPException) as error:
        raise InDoubtError(str(error)) from error


def clear(server: smtplib.SMTP) -> None:
    """Ready for the next mail after one that was not taken."""
    try:
        server.rset()
    except (OSError, smtplib.SMTPException):
        server.close()


def need(code: int, said: bytes) -> None:
    if code not in {TAKEN, ALSO_TAKEN}:
        refuse(code, said)


def refuse(code: int, said: bytes | str) -> None:
    words = said.decode(errors="replace") if isinstance(said, bytes) else said
    raise NotTakenError(f"{code} {words}", for_good=code >= FOR_GOOD)
