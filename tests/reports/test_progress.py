"""How far a phenomenon comes, who must answer it, and what they are told."""

from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.db import now, today
from portal.errors import Refused
from portal.notices.models import Notice
from portal.permissions import Role
from portal.reports.actions.body import remind, turn_of
from portal.reports.actions.phenomena import PHENOMENA
from portal.reports.actions.progress import set_progress
from portal.reports.models import Phenomenon, PhenomenonStep, Progress
from portal.reports.stages import Lack, lacks
from portal.upkeep.notes import Note
from tests.factories import make_team, make_user, sign_in
from tests.reports.gathered import make_phenomenon

ANSWER = {"text/sv/answer": "Vi gör det."}


def row(one):
    return Phenomenon.get_by_id(one.id)


def editor_of(team):
    return make_user(Role.EDITOR, organisation=team.organisation.id)


def events(user):
    key = f"user:{user.id}"
    return [n.event for n in Notice.select().where(Notice.recipient == key)]


@pytest.mark.parametrize(
    ("progress", "written", "team", "lacking"),
    [
        (Progress.GATHERED, {}, None, []),
        (Progress.TAKEN_UP, {}, None, [Lack.TEAM]),
        (Progress.ANSWERED, {}, 1, [Lack.ANSWER]),
        (Progress.ANSWERED, ANSWER, 1, []),
        (Progress.EFFECT_FOLLOWED, ANSWER, 1, [Lack.ACTION, Lack.EFFECT]),
    ],
)
def test_what_must_be_there(progress, written, team, lacking):
    assert lacks(progress, written, team=team) == lacking


def test_taken_up_is_due_in_90_days_and_told_to_the_body():
    team, one = make_team(), make_phenomenon()
    theirs, others = editor_of(team), editor_of(make_team())

    set_progress(one.id, Progress.TAKEN_UP, by=None, team=team.id)
    set_progress(one.id, Progress.TAKEN_UP, by=None, team=team.id)

    assert row(one).due_on == today() + timedelta(90)
    assert (events(theirs), events(others)) == (["phenomenon-asked"], [])
    assert PhenomenonStep.select().count() == 2


def test_nothing_is_set_where_something_is_missing():
    one = make_phenomenon()

    with pytest.raises(Refused):
        set_progress(one.id, Progress.ANSWERED, by=None, team=make_team().id)

    assert row(one).progress is Progress.GATHERED


def test_a_step_back_keeps_all_steps():
    one, team = make_phenomenon(**ANSWER), make_team()
    set_progress(one.id, Progress.ANSWERED, by=None, team=team.id)

    set_progress(one.id, Progress.TAKEN_UP, by=None, note=Note("Not enough", "en"))

    steps = PhenomenonStep.select().order_by(PhenomenonStep.id)
    assert [(step.progress, step.note) for step in steps] == [
        (Progress.GATHERED, ""),
        (Progress.ANSWERED, ""),
        (Progress.TAKEN_UP, "Not enough"),
    ]
    assert (row(one).answered_on, row(one).taken_up_on) == (None, today())


@pytest.mark.parametrize(
    ("days_late", "turn"), [(-15, None), (-14, 0), (0, 0), (1, 1), (30, 1), (31, 2)]
)
def test_reminders_have_their_turn(days_late, turn):
    assert turn_of(today() - timedelta(days_late), today()) == turn


def test_the_body_is_reminded_once_in_each_turn():
    team, one = make_team(), make_phenomenon()
    editor = editor_of(team)
    due_on = today() - timedelta(1)
    set_progress(one.id, Progress.TAKEN_UP, by=None, team=team.id, due_on=due_on)

    remind()
    remind()

    assert events(editor) == ["phenomenon-asked", "phenomenon-late"]


def test_what_is_answered_is_no_longer_reminded_of():
    team, one = make_team(), make_phenomenon(**ANSWER)
    set_progress(one.id, Progress.TAKEN_UP, by=None, team=team.id, due_on=today())
    set_progress(one.id, Progress.ANSWERED, by=None)

    assert remind() == 0


def test_editors_of_the_body_find_it_among_their_tasks(app):
    team, one = make_team(), make_phenomenon("Who answers?", public=False)
    client = sign_in(app, editor_of(team))
    set_progress(one.id, Progress.TAKEN_UP, by=None, team=team.id)

    tasks = client.get("/en/upkeep").text
    asked = client.get("/en/reports/asked").text
    notices = client.get("/en/notices").text

    assert "phenomenon that you must answer" in tasks
    assert f'href="/en/phenomena/{one.slug}/answer">Who answers?' in asked
    assert "You are asked to answer" in notices
    others = sign_in(app, editor_of(make_team()))
    assert "phenomenon that you must" not in others.get("/en/upkeep").text


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
