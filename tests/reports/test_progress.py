"""How far a phenomenon comes, who must answer it, and what they are told."""

from datetime import timedelta

import pytest

from portal.db import today
from portal.errors import Refused
from portal.notices.models import Notice
from portal.permissions import Role
from portal.reports.actions.body import remind, turn_of
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
