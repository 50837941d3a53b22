import json

import pytest
from bs4 import BeautifulSoup

from portal.directory.models import TextState
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.actions.saving import save, set_state
from portal.practices.models import (
    Suggestion,
    SuggestionState,
)
from tests.factories import make_practice, make_user, sign_in
from tests.practices.talk import make_suggestion

TEXT = PracticeDraftText(
    "Evening bus",
    summary="A bus in the evening.",
    how="The bus leaves at six.\nIt stops at every village.",
    core="The same driver.",
)


@pytest.fixture
def practice():
    return make_practice(slug="bus", texts={"en": TEXT})


def form_of(page):
    form = BeautifulSoup(page.data, "html.parser").select_one(
        'form[action$="/suggestions"], form[action$="/wording"]'
    )
    boxes = form.select("input[name]:not([type=checkbox]), textarea")
    return {
        box["name"]: box.get("value", "") or box.text.removeprefix("\n")
        for box in boxes
    }


def test_reader_suggests_only_what_they_changed(app, practice):
    client = sign_in(app, make_user())
    form = form_of(client.get("/en/practices/bus/suggestions/new"))
    assert form["how"] == TEXT.how

    form |= {
        "how": "The bus leaves at seven.\nIt stops at every village.",
        "why": "Shops close at six.",
    }
    answers = [
        client.post("/en/practices/bus/suggestions", data=form) for _time in range(2)
    ]

    assert [answer.status_code for answer in answers] == [303, 303]
    row = Suggestion.get()
    assert json.loads(row.values) == {"text/en/how": form["how"]}
    assert (row.why, row.state) == ("Shops close at six.", SuggestionState.WAITING)


def test_suggestion_without_a_change_is_given_back(app, practice):
    client = sign_in(app, make_user())
    form = form_of(client.get("/en/practices/bus/suggestions/new"))

    page = client.post(
        "/en/practices/bus/suggestions", data={**form, "why": "No reason"}
    )

    assert (page.status_code, Suggestion.select().count()) == (422, 0)
    assert "You have not changed any words yet" in page.text


def test_only_new_words_are_looked_through(app):
    numbered = PracticeDraftText("Bus", how="Call 040 123 4567.\n\nOr come.")
    make_practice(slug="bus", texts={"en": numbered})
    client = sign_in(app, make_user())
    form = form_of(client.get("/en/practices/bus/suggestions/new"))
    form["why"] = "Clearer"

    sent = {**form, "how": "Call 040 123 4567.\n\nOr come in."}
    assert client.post("/en/practices/bus/suggestions", data=sent).status_code == 303
    sent = {**form, "how": "Call 040 765 4321.\n\nOr come."}
    page = client.post("/en/practices/bus/suggestions", data=sent)
    assert (page.status_code, "040 765 4321" in page.text) == (422, True)


def test_writer_rewords_and_takes_back(app, practice):
    writer = make_user()
    client = sign_in(app, writer)
    row = make_suggestion(practice, author=writer, offered=False, how="Walk.")
    address = f"/en/practices/bus/suggestions/{row.id}"
    form = form_of(client.get(f"{address}/wording"))
    assert (form["how"], form["core"], form["why"]) == (
        "Walk.",
        TEXT.core,
        "It is shorter.",
    )

    client.post(f"{address}/wording", data={**form, "how": "Cycle."})
    assert json.loads(Suggestion.get().values) == {"text/en/how": "Cycle."}
    client.post(f"{address}/withdrawal", data={"wanted": "1"})
    assert Suggestion.get().state is SuggestionState.WITHDRAWN
    client.post(f"{address}/withdrawal", data={"wanted": "0"})
    assert Suggestion.get().state is SuggestionState.WAITING


def test_words_of_a_version_that_was_a_draft_are_never_shown(app, practice):
    editor = make_user()
    set_state(practice, "text/en", TextState.DRAFT, by=editor)
    secret = {"text/en/core": "Secret plan."}
    save(practice, secret, edition=2, by=editor)
    save(practice, {"text/en/core": "The same driver."}, edition=3, by=editor)
    set_state(practice, "text/en", TextState.PUBLISHED, by=editor)
    client = sign_in(app, make_user())
    form = form_of(client.get("/en/practices/bus/suggestions/new"))

    for edition in ("3", "99", "9" * 5000):
        sent = {**form, "edition": edition, "core": "Other.", "why": "So"}
        made = client.post("/en/practices/bus/suggestions", data=sent)

        page = client.get(made.location)
        assert (made.status_code, "Secret" in page.text) == (303, False)
        assert Suggestion.get().edition == 5
        Suggestion.delete().execute()


@pytest.mark.parametrize(
    ("line", "helped"), [("Ring us.", False), ("I want to kill myself.", True)]
)
def test_help_is_shown_for_what_is_new_alone(app, line, helped):
    told = PracticeDraftText("Night line", how="Some say: I want to kill myself.")
    make_practice(slug="line", texts={"en": told})
    client = sign_in(app, make_user())
    form = form_of(client.get("/en/practices/line/suggestions/new"))

    sent = {**form, "how": f"{told.how}\n\n{line}", "why": "Shorter"}
    made = client.post("/en/practices/line/suggestions", data=sent)

    assert ("manage alone" in client.get(made.location).text) is helped
