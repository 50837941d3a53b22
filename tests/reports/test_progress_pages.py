"""The screens on which a body answers and says how far a phenomenon has come."""

from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.db import now, today
from portal.permissions import Role
from portal.reports.actions.phenomena import PHENOMENA
from portal.reports.actions.progress import set_progress
from portal.reports.models import Phenomenon, Progress
from tests.factories import make_team, make_user, sign_in
from tests.reports.gathered import make_phenomenon

ANSWER = {"text/sv/answer": "Vi gör det."}


def row(one):
    return Phenomenon.get_by_id(one.id)


def editor_of(team):
    return make_user(Role.EDITOR, organisation=team.organisation.id)


def test_who_answers_reads_what_is_seen_and_when_it_was_due(app):
    team = make_team()
    one = make_phenomenon(**{"text/en/summary": "The bus is gone."})
    due = today() - timedelta(days=1)
    set_progress(one.id, Progress.TAKEN_UP, by=None, team=team.id, due_on=due)
    client = sign_in(app, editor_of(team))

    page = client.get(f"/en/phenomena/{one.slug}/answer").text

    assert "The bus is gone." in page
    assert "late since" in page


def test_editors_of_the_body_answer_and_others_do_not(app):
    team, one = make_team(), make_phenomenon()
    set_progress(one.id, Progress.TAKEN_UP, by=None, team=team.id)
    client = sign_in(app, editor_of(team))
    path = f"/en/phenomena/{one.slug}"

    early = client.post(f"{path}/progress", data={"pick_progress": "answered"})
    written = client.post(
        f"{path}/answer", data={"edition": "1", "answer_en": "We open on Saturdays."}
    )
    asked = client.get(written.location)
    done = client.post(f"{path}/progress", data={"pick_progress": "answered"})

    assert 'value="answered" checked' in asked.text
    assert early.status_code == 422
    assert "Write the answer first" in early.text
    assert written.location == f"{path}/progress?done=saved"
    assert done.location == path
    assert "We open on Saturdays." in app.test_client().get(path).text
    others = sign_in(app, editor_of(make_team()))
    assert others.get(f"{path}/answer").status_code == 403


def test_an_answer_shows_only_when_the_phenomenon_is_answered(client):
    one = make_phenomenon(**{"text/en/answer": "Not told yet"})

    assert "Not told yet" not in client.get(f"/en/phenomena/{one.slug}").text


def test_a_body_does_not_choose_who_answers(app):
    team, one = make_team(), make_phenomenon(**ANSWER)
    set_progress(one.id, Progress.TAKEN_UP, by=None, team=team.id)
    client = sign_in(app, editor_of(team))
    sent = {"pick_progress": "answered", "pick_team": str(make_team().id)}

    client.post(f"/en/phenomena/{one.slug}/progress", data=sent)

    assert row(one).team == team.id


def test_a_step_back_needs_a_note(app):
    one, team = make_phenomenon(), make_team()
    set_progress(one.id, Progress.TAKEN_UP, by=None, team=team.id)
    client = sign_in(app, make_user(Role.COORDINATOR))
    path = f"/en/phenomena/{one.slug}/progress"

    bare = client.post(path, data={"pick_progress": "gathered"})
    told = client.post(path, data={"pick_progress": "gathered", "note": "Too early"})

    assert bare.status_code == 422
    assert "Write why it steps back" in bare.text
    assert told.status_code == 303
    assert row(one).due_on is None


@pytest.mark.parametrize(("days", "status"), [(-1, 422), (0, 303), (30, 303)])
def test_an_answer_is_not_due_before_it_is_taken_up(app, days, status):
    one, team = make_phenomenon(), make_team()
    client = sign_in(app, make_user(Role.COORDINATOR))
    due_on = today() + timedelta(days)
    sent = {"pick_progress": "taken-up", "pick_team": str(team.id), "due_on": due_on}

    page = client.post(f"/en/phenomena/{one.slug}/progress", data=sent)

    assert page.status_code == status
    assert row(one).due_on == (due_on if status == 303 else None)


@pytest.mark.parametrize("team", ["²", "x", "9" * 30, "-1"])
def test_a_team_that_is_none_is_asked_again(app, team):
    one = make_phenomenon()
    client = sign_in(app, make_user(Role.COORDINATOR))
    sent = {"pick_progress": "taken-up", "pick_team": team}

    page = client.post(f"/en/phenomena/{one.slug}/progress", data=sent)

    assert page.status_code == 422


@pytest.mark.parametrize("count", [1, 3])
def test_screen_asks_as_often_however_many_steps(app, count):
    one, team = make_phenomenon(**ANSWER), make_team()
    for progress in (Progress.TAKEN_UP, Progress.ANSWERED)[: count - 1]:
        set_progress(one.id, progress, by=None, team=team.id)
    for _ in range(count):
        make_team()
    client = sign_in(app, make_user(Role.COORDINATOR))
    path = f"/en/phenomena/{one.slug}/progress"
    client.get(path)

    with count_queries() as asked:
        client.get(path)

    # Who asks, with what they may (2) and the bell (1); itself, what is written and
    # its steps (3); the names of teams (1).
    assert asked.count == 7


def test_two_who_write_the_same_answer_choose(app):
    one = make_phenomenon()
    client = sign_in(app, make_user(Role.COORDINATOR))
    path = f"/en/phenomena/{one.slug}/answer"
    PHENOMENA.save(row(one), {"text/en/answer": "Theirs"}, edition=1, by=make_user())

    met = client.post(path, data={"edition": "1", "answer_en": "Mine"})

    assert met.status_code == 409
    assert "Theirs" in met.text
    assert "Mine" in met.text
    assert now() >= row(one).updated_at
