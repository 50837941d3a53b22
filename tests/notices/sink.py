"""A mail server that keeps what it is given, on a free port of this machine."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread


@dataclass
class Sink:
    """`answers` are what it says instead, once each, by the opening of a command;
    at `HANG UP` it breaks the line."""

    port: int = 0
    letters: list[str] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"


class Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.say("220 sink")
        while line := self.rfile.readline().decode().strip():
            command = line.split()[0].upper()
            answer = self.answer(command)
            if answer == "HANG UP":
                return
            self.say(answer)
            if command == "QUIT":
                return
            if command == "DATA" and answer.startswith("354"):
                words = self.words()
                answer = self.answer("END")
                if answer == "HANG UP":
                    return
                if answer.startswith("250"):
                    self.server.sink.letters.append(words)
                self.say(answer)

    def answer(self, command: str) -> str:
        waiting = self.server.sink.answers.get(command)
        if waiting:
            return waiting.pop(0)
        return "354 go on" if command == "DATA" else "250 yes"

    def words(self) -> str:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.decode().replace("\r\n", "\n"))
        return "".join(lines)

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mail_sink() -> Iterator[Sink]:
    sink = Sink()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        server.daemon_threads = True
        server.sink = sink
        sink.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield sink
        server.shutdown()
        thread.join()
