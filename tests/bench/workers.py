"""What the workers of the real server hold once many different things were asked."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from tests.bench.questions import FACETS, Asked, questions
from tests.load.server import Server
from tests.relevance.graded import queries

QUESTIONS = 200
CARDS = 60
ROUNDS = 3
"""Each worker is to have met nearly all of it."""
PARENT = 1
CARD = re.compile(r'href="(/[a-z]{2}/services/[^"/?#]+)"')


@dataclass(frozen=True)
class Held:
    """By the worker that holds most, in MB: all that is in memory, and of what
    processes share only its share."""

    resident: float
    own: float


def held(url: str, folder: Path) -> Held:
    environ = {
        "DATABASE_URL": url,
        "SECRET_KEY": "a key for the bench",
        "DEMO": "1",
        "JOBS": "0",
    }
    server = Server(environ, folder / "workers.log")
    server.start()
    try:
        cards: dict[str, None] = {}
        for _ in range(ROUNDS):
            for path in paths():
                cards |= dict.fromkeys(CARD.findall(page(server.port, path)))
            for path in islice(cards, CARDS):
                page(server.port, path)
        workers = [memory(pid) for pid in children(server)]
    finally:
        server.stop()
    return max(workers, key=lambda worker: worker.resident)


def paths() -> Iterator[str]:
    for asked in questions():
        yield f"/{asked.language}/services?{address(asked)}"
    for query in queries()[:: len(queries()) // QUESTIONS]:
        yield f"/{query.page}/services?q={quote(query.question)}"


def address(asked: Asked) -> str:
    if asked.kind != FACETS:
        return f"q={quote(asked.wish.question)}"
    return "&".join(
        f"{facet.value}={code}"
        for facet, codes in asked.wish.chosen.items()
        for code in codes
    )


def page(port: int, path: str) -> str:
    """Over a connection of its own, so that any worker may answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode()
    finally:
        connection.close()
    assert answer.status == 200, f"{answer.status} for {path}"
    return body


def children(server: Server) -> list[int]:
    assert server.process is not None
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[PARENT]) == server.process.pid:
                found.append(int(stat.parent.name))
    return found


def memory(pid: int) -> Held:
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    kilobytes = dict(re.findall(r"^(Rss|Pss): +(\d+) kB", rollup, re.MULTILINE))
    return Held(*(int(kilobytes[name]) * 1024 / 1e6 for name in ("Rss", "Pss")))
