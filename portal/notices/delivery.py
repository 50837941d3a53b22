"""Handing mail over to a mail server, or to a folder in its place."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from portal.notices.faults import InDoubtError, NotTakenError, UnreachableError
from portal.notices.folder import Folder
from portal.notices.messages import written
from portal.notices.models import Mail

PATIENCE = 20
TAKEN = 250
ALSO_TAKEN = 251
FOR_GOOD = 500
PORTS = {"smtp": 25, "smtps": 465}


@contextmanager
def mail_server(url: str) -> Iterator["Line | Folder"]:
    """A session with the server at `smtp://…` or `smtps://…`, or with the folder at
    `file:///…`."""
    try:
        server = Folder(url) if urlsplit(url).scheme == "file" else Line(url)
    except (OSError, smtplib.SMTPException) as error:
        raise UnreachableError(str(error)) from error
    try:
        yield server
    finally:
        server.close()


class Line:
    """A line to a mail server."""

    def __init__(self, url: str) -> None:
        self.server = _connected(url)

    @property
    def closed(self) -> bool:
        return self.server.sock is None

    def close(self) -> None:
        try:
            self.server.quit()
        except (OSError, smtplib.SMTPException):
            self.server.close()

    def hand_over(self, mail: Mail, sender: str, name: str, envelope: str) -> None:
        """Give one mail to the server; `envelope` is where it comes back to. Raises
        NotTakenError or InDoubtError."""
        words = written(mail, sender, name)
        try:
            self.address(envelope, mail.recipient)
            self.send(words)
        except NotTakenError:
            self.clear()
            raise

    def address(self, envelope: str, recipient: str) -> None:
        try:
            self.server.ehlo_or_helo_if_needed()
            need(*self.server.mail(envelope))
            need(*self.server.rcpt(recipient), of_recipient=True)
        except (OSError, smtplib.SMTPException) as error:
            raise NotTakenError(str(error)) from error
        except ValueError as error:
            raise NotTakenError(str(error), for_good=True) from error

    def send(self, words: bytes) -> None:
        try:
            need(*self.server.data(words))
        except smtplib.SMTPDataError as error:
            refuse(error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPException) as error:
            raise InDoubtError(str(error)) from error

    def clear(self) -> None:
        """Ready for the next mail after one that was not taken."""
        try:
            self.server.rset()
        except (OSError, smtplib.SMTPException):
            self.server.close()


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


def need(code: int, said: bytes, *, of_recipient: bool = False) -> None:
    if code not in {TAKEN, ALSO_TAKEN}:
        refuse(code, said, of_recipient=of_recipient)


def refuse(code: int, said: bytes | str, *, of_recipient: bool = False) -> None:
    words = said.decode(errors="replace") if isinstance(said, bytes) else said
    for_good = code >= FOR_GOOD
    raise NotTakenError(
        f"{code} {words}", for_good=for_good, bounced=for_good and of_recipient
    )
