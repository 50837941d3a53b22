"""People who vote: each ballot says whose it is and which of theirs, in the options it
ticks, so that the list of ballots can be held against what was acknowledged."""

import asyncio
import math
import random
import re
import time
from dataclasses import dataclass, field

from tests.load.connection import Connection
from tests.load.scene import LANGUAGES, OPTIONS, Scene

RECEIPT = re.compile(r'<p class="big num">\s*([A-Z0-9]{10})\s*</p>')
ATTEMPTS = 8
REPEATS = 0.1
TWO_DEVICES = 0.2
AGAIN = 0.5
OK = 200


@dataclass
class Try:
    """One sending of a ballot. `ended` is when it was acknowledged or failed: never,
    where the server may still be at it."""

    elector: int
    attempt: int
    due: float
    began: float
    ended: float = 0.0
    status: int = 0
    receipt: str = ""
    page: object = None

    @property
    def number(self) -> int:
        """Of the ballot; never nothing, since an empty one is not counted."""
        return self.elector * ATTEMPTS + self.attempt + 1

    @property
    def seconds(self) -> float:
        return self.ended - self.due


def ticked(number: int, options: list[int]) -> list[int]:
    """The options that stand for a number, each for one of its bits."""
    return [option for place, option in enumerate(options) if number >> place & 1]


def numbered(choice: list[int], options: list[int]) -> int:
    return sum(1 << options.index(option) for option in choice)


@dataclass
class Voters:
    """All who vote in a scene, at a rate of so many ballots a second."""

    scene: Scene
    port: int
    rate: float
    chance: random.Random
    tries: list[Try] = field(default_factory=list)
    free: list[Connection] = field(default_factory=list)
    attempts: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        most = (1 << OPTIONS) // ATTEMPTS - 1
        assert len(self.scene.cookies) <= most, f"at most {most} electors"
        self.new = list(range(len(self.scene.cookies)))
        self.chance.shuffle(self.new)

    async def vote_for(self, seconds: float) -> None:
        """Send ballots at moments of chance, whether the server keeps up or not."""
        end = time.monotonic() + seconds
        due = time.monotonic()
        async with asyncio.TaskGroup() as sending:
            while (due := due + self.chance.expovariate(self.rate)) < end:
                await asyncio.sleep(max(0, due - time.monotonic()))
                for elector in self.next_ones():
                    sending.create_task(self.insist(elector, due))
        for connection in self.free:
            connection.close()

    def next_ones(self) -> list[int]:
        """Somebody new, somebody who votes again, or somebody who votes on two devices
        at the same moment."""
        again = [one for one, count in self.attempts.items() if count < ATTEMPTS // 2]
        if (self.chance.random() < REPEATS or not self.new) and again:
            elector = self.chance.choice(again)
            return [elector] * (1 + (self.chance.random() < TWO_DEVICES))
        return [self.new.pop()] if self.new else []

    async def insist(self, elector: int, due: float) -> None:
        """Send it, and again while no answer comes, as people do."""
        while self.attempts.get(elector, 0) < ATTEMPTS:
            connection = await self.connected(elector)
            attempt = self.attempts.get(elector, 0)
            self.attempts[elector] = attempt + 1
            sent = Try(elector, attempt, due, time.monotonic())
            self.tries.append(sent)
            await self.send(sent, connection)
            if sent.status:
                return
            await asyncio.sleep(AGAIN)

    async def connected(self, elector: int) -> Connection:
        """A connection to the server, however long it is away."""
        while True:
            connection = self.free.pop() if self.free else Connection(self.port, "")
            connection.cookie = self.scene.cookies[elector]
            try:
                await connection.open()
            except OSError:
                await asyncio.sleep(AGAIN)
            else:
                return connection

    async def send(self, sent: Try, connection: Connection) -> None:
        language = LANGUAGES[sent.elector % len(LANGUAGES)]
        options = ticked(sent.number, self.scene.options)
        try:
            sent.page = await connection.post(
                f"/{language}/polls/{self.scene.poll}/ballot",
                [("option", option) for option in options],
            )
            sent.status = sent.page.status
            self.free.append(connection)
            sent.ended = time.monotonic()
        except TimeoutError:
            sent.ended = math.inf
        except OSError:
            sent.ended = time.monotonic()

    def read_receipts(self) -> None:
        """Afterwards: reading them takes time that the server should have."""
        for sent in self.tries:
            if sent.page is not None and sent.status == OK:
                found = RECEIPT.search(sent.page.text)
                sent.receipt = found[1] if found else ""
            sent.page = None
