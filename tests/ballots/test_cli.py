from datetime import timedelta

import pytest
from flask import Flask

from portal.accounts.models import Voice
from portal.ballots import link_keys
from portal.ballots.actions.casting import cast
from portal.ballots.actions.closing import close
from portal.ballots.models import Elector, Poll, PollOption, PollState
from portal.db import now
from portal.workshops.models import Phase, Way
from tests.factories import make_poll, make_workshop, open_to


@pytest.fixture
def poll(app: Flask) -> Poll:
    """One whose time is up, with a ballot in its box."""
    with app.test_request_context("/en/"):
        workshop = make_workshop(Phase.VOTE)
        poll = make_poll(workshop)
        (elector,) = open_to(workshop, poll, Voice.RESIDENT)
        option = PollOption.get(PollOption.poll == poll).id
        cast(Poll.get_by_id(poll.id), elector, [option], way=Way.WEB)
    passed = now() - timedelta(minutes=1)
    Poll.update(closes_at=passed).where(Poll.id == poll.id).execute()
    return Poll.get_by_id(poll.id)


def run(app: Flask):
    return app.test_cli_runner().invoke(args=["ballots", "close"])


def test_command_closes_what_is_due_once(app, poll) -> None:
    outputs = [run(app).output for _time in range(2)]

    assert outputs == [
        "Votes closed: 1. Keys left: 0.\n",
        "Votes closed: 0. Keys left: 0.\n",
    ]
    assert Poll.get().state is PollState.CLOSED
    assert Elector.select().count() == 0


def test_command_destroys_keys_that_a_killed_process_has_left(
    app, poll, monkeypatch
) -> None:
    with monkeypatch.context() as killed, app.test_request_context("/en/"):
        killed.setattr(link_keys, "destroy", lambda _name: None)
        close(poll.id)
        left = link_keys.read(poll.link_key)

    result = run(app)

    assert left is not None
    assert result.output == "Votes closed: 0. Keys left: 1.\n"
    with app.app_context():
        assert link_keys.read(poll.link_key) is None


def test_command_tells_what_it_could_not_close(app, poll) -> None:
    kept = app.config["SECRET_KEY"]
    app.config["SECRET_KEY"] = "another key for tests"

    try:
        result = run(app)
    finally:
        app.config["SECRET_KEY"] = kept

    assert result.exit_code == 1
    assert f"Vote {poll.id} stays open" in result.output
    assert Poll.get().state is PollState.OPEN
