"""The parts of the load: a full hall that votes, and a server that dies meanwhile."""

import asyncio
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.load import figures
from tests.load.connection import Connection
from tests.load.outcome import Outcome
from tests.load.scene import LANGUAGES, Scene, voting
from tests.load.server import Server
from tests.load.verdict import faults
from tests.load.voters import OK, REPEATS, Voters
from tests.load.watchers import EVERY, NOT_MODIFIED, Watchers

SPARE = 1.2
LOOKS = 6


@dataclass(frozen=True)
class Size:
    people: int
    rate: float
    seconds: float

    @property
    def electors(self) -> int:
        """So many that each can vote once or, some of them, again."""
        voting = int(self.rate * self.seconds * (1 - REPEATS) * SPARE)
        return max(self.people, voting)


@contextmanager
def served(name: str, folder: Path, people: int) -> Iterator[tuple[Scene, Server]]:
    place = folder / name
    place.mkdir()
    scene = voting(name, place, people)
    server = Server(scene.environ, place / "log")
    server.start()
    try:
        yield scene, server
    finally:
        server.stop()


def full_hall(folder: Path, size: Size) -> Outcome:
    """Everybody polls and votes; in the middle something changes on the board."""
    with served("hall", folder, size.electors) as (scene, server):
        crowd = make_crowd(scene, server, size)
        outcome = Outcome()
        warm_up(scene, crowd[0])
        before, began, mine = (
            server.cpu_seconds(),
            time.monotonic(),
            time.process_time(),
        )
        changed = asyncio.run(hall(scene, crowd, size))
        lasted = time.monotonic() - began
        used = server.cpu_seconds() - before
        own = time.process_time() - mine
        answers = len(crowd[0].looks) + len(crowd[1].tries)
        tell(outcome, crowd, size, changed)
        outcome.lines.append(
            f"processors: {used / lasted:.2f} for the server, {own / lasted:.2f} for "
            f"those who ask; {used / answers * 1000:.1f} ms an answer"
        )
        close(scene, server, outcome)
        check(scene, crowd[1], outcome)
    return outcome


def killed(folder: Path, size: Size) -> Outcome:
    """The same, and the server dies by kill -9 in the middle and starts again."""
    with served("killed", folder, size.electors) as (scene, server):
        crowd = make_crowd(scene, server, size)
        outcome = Outcome()
        warm_up(scene, crowd[0])
        away = asyncio.run(accident(crowd, server, size))
        lost = sum(not sent.status for sent in crowd[1].tries)
        outcome.lines.append(
            f"killed by -9 and away for {away:.1f} s: {lost} ballots were on their way "
            "without an answer, and were sent again"
        )
        close(scene, server, outcome)
        check(scene, crowd[1], outcome)
    return outcome


Crowd = tuple[Watchers, Voters]


def make_crowd(scene: Scene, server: Server, size: Size) -> Crowd:
    chance = random.Random(size.people)  # noqa: S311  nothing secret
    return (
        Watchers(scene, server.port, size.people, chance),
        Voters(scene, server.port, size.rate, chance),
    )


def warm_up(scene: Scene, watchers: Watchers) -> None:
    """Each worker has drawn each page once, and everybody has the board before them."""

    async def look() -> None:
        for _time in range(LOOKS):
            connection = Connection(watchers.port, scene.cookies[0])
            await connection.get(f"/fi/polls/{scene.poll}")
            for language in LANGUAGES:
                answer = await connection.get(watchers.path(language))
                watchers.states[language] = answer.headers["hx-ptag"]
            connection.close()

    asyncio.run(look())


async def hall(scene: Scene, crowd: Crowd, size: Size) -> float:
    """Returns when something changed."""
    watchers, voters = crowd
    async with asyncio.TaskGroup() as group:
        group.create_task(watchers.watch_for(size.seconds))
        group.create_task(voters.vote_for(size.seconds))
        await asyncio.sleep(size.seconds / 2)
        scene.say_something_changed()
        return time.monotonic()


async def accident(crowd: Crowd, server: Server, size: Size) -> float:
    """Returns for how many seconds the server was away."""
    watchers, voters = crowd
    async with asyncio.TaskGroup() as group:
        group.create_task(watchers.watch_for(size.seconds))
        group.create_task(voters.vote_for(size.seconds))
        await asyncio.sleep(size.seconds / 3)
        died = time.monotonic()
        server.kill()
        await asyncio.to_thread(server.start)
        return time.monotonic() - died


def tell(outcome: Outcome, crowd: Crowd, size: Size, changed: float) -> None:
    watchers, voters = crowd
    outcome.lines.append(figures.HEAD)
    news = [look for look in watchers.looks if changed <= look.due < changed + EVERY]
    for name, looks, lasted in (
        ("polls", watchers.looks, size.seconds),
        ("polls after a change", news, EVERY),
    ):
        times = [look.seconds for look in looks]
        statuses = [look.status for look in looks]
        outcome.time(name, times, statuses, lasted)
    done = [sent for sent in voters.tries if sent.status]
    outcome.time(
        "ballots",
        [sent.seconds for sent in done],
        [sent.status for sent in voters.tries],
        size.seconds,
    )
    same = sum(look.status == NOT_MODIFIED for look in watchers.looks)
    outcome.lines.append(
        f"{same / len(watchers.looks):.0%} of the polls were told that nothing changed"
    )
    good = {OK, NOT_MODIFIED}
    bad = [look.status for look in watchers.looks if look.status not in good]
    bad += [sent.status for sent in voters.tries if sent.status != OK]
    if bad:
        outcome.wrong.append(f"errors: {figures.answers(bad)}")


def close(scene: Scene, server: Server, outcome: Outcome) -> None:
    async def send() -> int:
        connection = Connection(server.port, scene.coordinator)
        path = f"/fi/polls/{scene.poll}/state"
        answer = await connection.post(path, [("state", "closed")])
        connection.close()
        return answer.status

    began = time.monotonic()
    status = asyncio.run(send())
    outcome.lines.append(f"closed and counted in {time.monotonic() - began:.2f} s")
    if status != 303:
        outcome.wrong.append(f"closing was answered by {status}")


def check(scene: Scene, voters: Voters, outcome: Outcome) -> None:
    voters.read_receipts()
    good = [sent for sent in voters.tries if sent.status == OK]
    people = len({sent.elector for sent in good})
    outcome.wrong += (wrong := faults(scene, voters.tries))
    outcome.lines.append(
        f"{len(good)} ballots of {people} people were acknowledged; "
        + (
            f"{len(wrong)} faults in the list"
            if wrong
            else "the list has one of each, the last, and the tally is theirs"
        )
    )
