"""The life of a practice, and what each of its steps needs."""

import pytest

from portal.notices.actions import follow
from portal.notices.recipients import user_key
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.actions.saving import set_values
from portal.practices.models import (
    KIND,
    Evidence,
    Practice,
    PracticeText,
    Stage,
    StageChange,
)
from tests.factories import make_practice, make_user
from tests.notices.told import events, readings
from tests.practices.uses import make_use
from tests.soup import page
from tests.upkeep.editors import editor, errors

ADDRESS = "/en/practices/desk/stage"


@pytest.fixture
def practice():
    written = {"en": PracticeDraftText("Desk")}
    return make_practice(slug="desk", stage=Stage.DRAFT, texts=written)


@pytest.fixture
def client(app, practice):
    return editor(app)


def set_stage(client, stage, note=""):
    return client.post(ADDRESS, data={"pick_stage": stage.value, "note": note})


TRIES = "Tell who tries it: add where it is on trial, or write where it was made."
RESULTS = "Write what is known so far, under that heading."
WEIGHED = "A coordinator sets the mark of evidence first."
USED = "Add where it is in use."
TWO = "It has spread once it is in use in two areas or more."
WHY = "Write why it is no longer used. Others learn from it."


@pytest.mark.parametrize(
    ("stage", "lacks"),
    [
        (Stage.ON_TRIAL, [TRIES]),
        (Stage.EVALUATED, [RESULTS, WEIGHED]),
        (Stage.IN_USE, [USED]),
        (Stage.SPREAD, [TWO]),
        (Stage.RETIRED, [WHY]),
    ],
)
def test_stage_says_what_must_be_there_first(client, stage, lacks):
    response = set_stage(client, stage)

    assert response.status_code == 422
    assert errors(response) == [("pick_stage", " ".join(lacks))]
    assert Practice.get().stage is Stage.DRAFT
    assert StageChange.select().count() == 0


def made_somewhere(practice):
    PracticeText.update(place="Harju").execute()


def on_trial(practice):
    make_use(practice, "harju", state="on-trial")


def weighed(practice):
    PracticeText.update(results="It helps").execute()
    Practice.update(evidence=Evidence.NO_EFFECT).execute()


def in_use(practice):
    make_use(practice, "harju")


def in_two(practice):
    make_use(practice, "harju")
    make_use(practice, "niemi")


@pytest.mark.parametrize(
    ("stage", "there"),
    [
        (Stage.IDEA, lambda _practice: None),
        (Stage.ON_TRIAL, made_somewhere),
        (Stage.ON_TRIAL, on_trial),
        (Stage.EVALUATED, weighed),
        (Stage.IN_USE, in_use),
        (Stage.SPREAD, in_two),
    ],
)
def test_stage_is_set_once_what_it_needs_is_there(client, practice, stage, there):
    there(practice)

    responses = [set_stage(client, stage, "Now") for _ in range(2)]

    assert [answer.location for answer in responses] == [
        f"{ADDRESS}?done=stage",
        f"{ADDRESS}?done=same",
    ]
    assert Practice.get().stage is stage
    assert [(row.stage, row.note) for row in StageChange.select()] == [(stage, "Now")]


def test_history_tells_who_when_and_why(client):
    set_stage(client, Stage.RETIRED, "The funding ended")

    soup = page(client, ADDRESS)

    (step,) = soup.select("ol.line li")
    assert step.b.text == "Stopped"
    assert "The funding ended" in step.text
    assert "Person" in step.text


def test_note_about_a_person_is_asked_about(client):
    response = set_stage(client, Stage.RETIRED, "Maija Virtanen, 040 123 4567, left")

    assert response.status_code == 422
    assert StageChange.select().count() == 0


def test_followers_hear_once_a_day_and_never_the_one_who_did_it(app, practice):
    reader, doer = make_user(), make_user()
    for person in (reader, doer):
        follow(user_key(person.id), KIND, practice.id, wanted=True)

    for words in ("Other words", "Yet others"):
        set_values(practice, {"text/en/summary": words}, by=doer)

    assert readings(app, reader) == [
        ("A practice that you follow changed.", "/en/practices/desk")
    ]
    assert events(doer) == []


def test_followers_hear_of_a_new_stage(app, client, practice):
    reader = make_user()
    follow(user_key(reader.id), KIND, practice.id, wanted=True)

    set_stage(client, Stage.IDEA)

    assert readings(app, reader) == [
        ("A practice that you follow has a new stage: Idea.", "/en/practices/desk")
    ]


@pytest.mark.parametrize(
    ("name", "value"), [("checked_on", "2026-03-01"), ("text/en/source", "fi")]
)
def test_what_nobody_reads_is_no_news_and_no_change(practice, name, value):
    reader = make_user()
    follow(user_key(reader.id), KIND, practice.id, wanted=True)
    before = Practice.get().updated_at

    set_values(practice, {name: value}, by=make_user())

    assert events(reader) == []
    assert Practice.get().updated_at == before


def test_reason_can_be_written_anew_and_nothing_typed_is_lost(client):
    set_stage(client, Stage.RETIRED, "The funding ended")

    again = set_stage(client, Stage.RETIRED, "Another way came in its place")
    empty = set_stage(client, Stage.RETIRED)

    assert again.location == f"{ADDRESS}?done=stage"
    assert empty.location == f"{ADDRESS}?done=same"
    assert [row.note for row in StageChange.select().order_by(StageChange.id)] == [
        "The funding ended",
        "Another way came in its place",
    ]


def test_reason_keeps_the_language_of_who_wrote_it(app, client):
    sent = {"pick_stage": "retired", "note": "Rahoitus päättyi"}
    client.post("/fi/practices/desk/stage", data=sent)

    ours, theirs = page(client, ADDRESS), page(app.test_client(), "/en/practices/desk")

    assert StageChange.get().language == "fi"
    for soup in (ours, theirs):
        step = soup.select_one("ol.line li")
        assert step.select_one("p[lang=fi]").text == "Rahoitus päättyi"
        assert "Only in Finnish" in step.text
    reason = theirs.h1.parent.select_one("p[lang=fi]")
    assert "Rahoitus päättyi" in reason.text
