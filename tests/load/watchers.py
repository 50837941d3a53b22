"""People who look at the board: each asks for news every few seconds."""

import asyncio
import random
import time
from dataclasses import dataclass, field

from tests.load.connection import Connection
from tests.load.scene import LANGUAGES, Scene

EVERY = 3.0
JITTER = 0.1
NOT_MODIFIED = 304
BROKEN = 0


@dataclass(frozen=True)
class Look:
    due: float
    seconds: float
    status: int


@dataclass
class Watchers:
    scene: Scene
    port: int
    people: int
    chance: random.Random
    looks: list[Look] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)
    """What the board in each language looked like when they opened it."""

    def path(self, language: str) -> str:
        return f"/{language}/workshops/{self.scene.slug}/news?seen=9999"

    async def watch_for(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        async with asyncio.TaskGroup() as watching:
            for person in range(self.people):
                watching.create_task(self.watch(person, end))

    async def watch(self, person: int, end: float) -> None:
        connection = Connection(self.port, self.scene.cookies[person])
        language = LANGUAGES[person % len(LANGUAGES)]
        state = self.states.get(language, "")
        due = time.monotonic() + self.chance.uniform(0, EVERY)
        while due < end:
            await asyncio.sleep(max(0, due - time.monotonic()))
            try:
                answer = await connection.get(
                    self.path(language), **{"HX-Request": "true", "HX-PTag": state}
                )
                state = answer.headers.get("hx-ptag", state)
                status = answer.status
            except OSError:
                status = BROKEN
            self.looks.append(Look(due, time.monotonic() - due, status))
            due += EVERY * self.chance.uniform(1 - JITTER, 1 + JITTER)
        connection.close()
