"""A running portal with the demo region, and people with browsers who visit it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.people import Keys, Person
from tests.conftest import REAL_DATA

ROOT = Path(__file__).parents[2]
DESCRIPTIONS = REAL_DATA / "ptv" / "general-descriptions" / "gd.json"
EVERY_DESCRIPTION = 12
"""One of so many is enough for a page of templates, and is read in a moment."""
START_PATIENCE = 60
FLASK = [sys.executable, "-m", "flask"]
# The shell draws pages as Chromium does, without a window around them.
BROWSERS = ("chromium-headless-shell", "chromium")
# Of the window itself: what would be started for each person, and is never seen.
UNSEEN = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")

Visit = Callable[..., Person]
Command = Callable[..., str]
WITH_AND_WITHOUT_JAVASCRIPT = pytest.mark.parametrize(
    "javascript", [True, False], ids=["js", "nojs"]
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int) -> None:
    """Until the portal answers."""
    deadline = time.monotonic() + START_PATIENCE
    while True:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=1)
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            connection.close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


def some(folder: Path) -> str:
    """A file with a few of the national descriptions."""
    descriptions = json.loads(DESCRIPTIONS.read_text(encoding="utf-8-sig"))
    path = folder / "descriptions.json"
    path.write_text(json.dumps(descriptions[::EVERY_DESCRIPTION]), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Of a portal of this test process's own."""
    folder = tmp_path_factory.mktemp("portal")
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'portal.db'}",
        "LINK_KEYS": str(folder / "link-keys"),
        "SECRET_KEY": "a key for tests only",
        "DEMO": "1",
        "PORT": str(free_port()),
        "WORKERS": "1",
        "JOBS": "0",
    }


@pytest.fixture(scope="session")
def flask(settings: dict[str, str]) -> Command:
    """`flask("moderation", "verify")`: what the command says when it succeeds."""

    def run(*words: str) -> str:
        return subprocess.run(
            [*FLASK, *words],
            check=True,
            cwd=ROOT,
            env=settings,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout

    return run


@pytest.fixture(scope="session")
def server(
    settings: dict[str, str], flask: Command, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the running portal."""
    folder = tmp_path_factory.mktemp("server")
    flask("setup")
    if DESCRIPTIONS.exists():
        flask("import", "ptv-general-descriptions", some(folder))
    port = int(settings["PORT"])
    with (folder / "log").open("wb") as log:
        how = {"cwd": ROOT, "env": settings, "stdout": log, "stderr": log}
        process = subprocess.Popen([*FLASK, "serve"], **how)
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(START_PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, BROWSERS))),
            args=["--no-sandbox", f"--disable-features={','.join(UNSEEN)}"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def keys() -> Keys:
    """The cookies of those who have signed in once."""
    return {}


@contextmanager
def doorway(server: str, browser: Browser, keys: Keys) -> Iterator[Visit]:
    """Lets people in; when they leave, none of their pages may have had a fault."""
    people: list[Person] = []

    def come(language: str = "en", **settings: object) -> Person:
        people.append(Person(browser, server, language, keys, **settings))
        return people[-1]

    yield come
    for person in people:
        person.leave()
    assert [fault for person in people for fault in person.faults] == []


@pytest.fixture
def visit(server: str, browser: Browser, keys: Keys) -> Iterator[Visit]:
    """`visit(language, javascript=True, width=390)`: somebody with an empty browser."""
    with doorway(server, browser, keys) as come:
        yield come
