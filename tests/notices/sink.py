"""A mail server that keeps what it is given, on a free port of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from tests.postgres import free_port


@dataclass
class Sink:
    """`answers` are what it says instead, once each, by the opening of a command and,
    at the end of the words, `END`; at `HANG UP` it breaks the line."""

    port: int = 0
    letters: list[str] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def messages(self) -> list[EmailMessage]:
        return [
            message_from_bytes(letter.encode(), policy=policy.default)
            for letter in self.letters
        ]

    def answer(self, command: str, server) -> str:
        waiting = self.answers.get(command)
        said = waiting.pop(0) if waiting else "250 yes"
        if said == "HANG UP":
            server.transport.abort()
        return said

    async def handle_MAIL(self, server, _session, envelope, address, _options):  # noqa: N802
        said = self.answer("MAIL", server)
        envelope.mail_from = address
        return said

    async def handle_RCPT(self, server, _session, envelope, address, _options):  # noqa: N802
        said = self.answer("RCPT", server)
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server, _session, envelope):  # noqa: N802
        said = self.answer("END", server)
        if said.startswith("250"):
            self.senders.append(envelope.mail_from)
            self.letters.append(envelope.content.decode().replace("\r\n", "\n"))
        return said


class Server(SMTP):
    async def smtp_DATA(self, arg):  # noqa: N802
        said = self.event_handler.answer("DATA", self)
        if said.startswith("250"):
            await super().smtp_DATA(arg)
        else:
            await self.push(said)


class Control(Controller):
    def factory(self):
        return Server(self.handler, **self.SMTP_kwargs)


@contextmanager
def mail_sink() -> Iterator[Sink]:
    sink = Sink(port=free_port())
    controller = Control(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
