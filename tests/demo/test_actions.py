import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal.accounts.models import User
from portal.accounts.queries import roles
from portal.demo import actions, directory
from portal.directory.models import Place, Service
from portal.moderation.models import Case, Cause
from portal.permissions import Role
from portal.practices.models import (
    Experience,
    Practice,
    PracticeQuestion,
    TalkState,
)
from portal.proposals.models import Answer, Comment, Proposal, State
from portal.reports.models import Report, ReportState
from portal.threads.models import Effect
from portal.vocabulary.queries import vocabulary
from portal.workshops.models import Workshop
from tests.factories import make_service, make_user

ROOT = Path(__file__).parent.parent.parent


def test_demo_fills_an_empty_database(app):
    assert actions.is_empty()

    with app.app_context():
        actions.load()

    assert not actions.is_empty()
    assert Service.select().count() >= 40
    assert Place.select().count() >= 20
    assert Practice.select().count() >= 10
    assert Proposal.select().count() >= 50
    assert Answer.select().count() > 0
    assert User.select().count() == 12
    assert {role for user in User.select() for role in roles(user)} == set(Role)
    phases = [workshop.phase for workshop in Workshop.select()]
    assert (len(phases), len(set(phases))) == (6, 4)
    waiting = Proposal.select().where(Proposal.state == State.WAITING).count()
    assert waiting > 0
    waiting += Comment.select().where(Comment.state == State.WAITING).count()
    for model in (PracticeQuestion, Experience, Effect):
        waiting += model.select().where(model.state == TalkState.WAITING).count()
    waiting += Report.select().where(Report.state == ReportState.RECEIVED).count()
    open_cases = Case.select().where(Case.decided_at.is_null())
    assert open_cases.where(Case.cause == Cause.WRITTEN).count() == waiting


@pytest.mark.parametrize("make", [make_user, make_service])
def test_database_with_anything_in_it_is_not_empty(make):
    make()

    assert not actions.is_empty()


def test_protected_place_of_the_demo_has_no_address_in_the_database():
    directory.load_places(vocabulary())

    shelter = Place.get(Place.protected)
    assert shelter.postal_code == ""
    assert [text.street for text in shelter.texts] == ["", "", ""]


@pytest.mark.no_database
def test_setup_loads_the_demo_once_and_load_refuses_to_do_it_again(tmp_path):
    """In processes of their own, as `make run` does it."""
    settings = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'own.db'}",
        "SECRET_KEY": "a key for tests only",
        "DEMO": "1",
    }

    def flask(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "flask", *arguments],
            cwd=ROOT,
            env={**os.environ, **settings},
            capture_output=True,
            check=False,
            text=True,
        )

    first, second, third = flask("setup"), flask("setup"), flask("demo", "load")

    assert (first.returncode, first.stdout) == (0, "Loading the demo region …\n")
    assert (second.returncode, second.stdout) == (0, "")
    assert (third.returncode, third.stderr) == (
        1,
        "Error: The database is not empty. Nothing was done.\n",
    )
