"""One app and one schema for each test process; every test is rolled back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings

from portal import create_app
from portal.accounts import passwords
from portal.cli import runner
from portal.config import Config
from portal.db import database
from portal.demo.files import entries
from portal.vocabulary import actions as vocabulary_actions
from tests.html import check

REAL_DATA = Path(
    os.environ.get("REAL_DATA", Path(__file__).parent.parent.parent / "shared" / "data")
)


# A slow machine is no reason to fail, and every run tries the same things.
settings.register_profile("verstas", deadline=None, derandomize=True)
settings.load_profile("verstas")


# Slowness is what protects passwords; it is tried where they are, not at each sign-in.
SLOW_HASHER = passwords.hasher
passwords.hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class CheckingClient(FlaskClient):
    """A client that holds every page it gets against the rules."""

    def open(self, *args, **kwargs):
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.text and not response.location:
            check(response.request.full_path, response.text)
        return response


def database_url(worker: str, folder: Path) -> str:
    """A database of this test process's own, on the engine under test."""
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        return f"sqlite:///{folder / f'test_{worker}.db'}"
    name = f"test_{worker}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    return server.rpartition("/")[0] + f"/{name}"


@pytest.fixture(scope="session")
def app(tmp_path_factory) -> Iterator[Flask]:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    url = database_url(worker, tmp_path_factory.mktemp("database"))
    config = Config(
        SECRET_KEY="a key for tests only",
        DATABASE_URL=url,
        TESTING=True,
        DEMO=False,
        LINK_KEYS=str(tmp_path_factory.mktemp("link-keys")),
        GUIDANCE_PHONE="019 123 4500",
        EMERGENCY_PHONE="019 123 4560",
    )
    app = create_app(config)
    app.test_client_class = CheckingClient
    with database.connection_context():
        runner().up()
        vocabulary_actions.load_files()
        vocabulary_actions.load(entries("areas.toml", "term"))
    yield app
    database.obj.close_all()


@contextmanager
def put_back() -> Iterator[None]:
    """What is written meanwhile is taken back. One in another is rows that several
    tests share: those of a fixture of a module."""
    with database.connection_context(), database.atomic() as transaction:
        yield
        transaction.rollback()


@pytest.fixture(autouse=True)
def rolled_back(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test starts from the same rows."""
    if "browser" in request.keywords or "no_database" in request.keywords:
        yield
        return
    request.getfixturevalue("app")
    with put_back():
        yield


@pytest.fixture
def speaking(app: Flask) -> Iterator[None]:
    """Refusals and addresses are said in the language of a request."""
    with app.test_request_context("/en/"):
        yield


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
