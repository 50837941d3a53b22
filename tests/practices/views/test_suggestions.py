import pytest

from portal.permissions import Role
from portal.practices.actions import saving
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.actions.suggestions import decline
from portal.practices.models import (
    Practice,
    PracticeText,
    PracticeVersion,
    Suggestion,
    SuggestionState,
)
from portal.practices.queries import suggestions
from tests.factories import make_practice, make_team, make_user, sign_in
from tests.practices.talk import make_suggestion

TEXT = PracticeDraftText(
    "Evening bus",
    summary="A bus in the evening.",
    how="The bus leaves at six.\nIt stops at every village.",
    core="The same driver.",
)


@pytest.fixture
def team():
    return make_team()


@pytest.fixture
def practice(team):
    return make_practice(slug="bus", texts={"en": TEXT}, organisation=team.organisation)


@pytest.fixture
def keeper(app, team):
    return sign_in(app, make_user(Role.EDITOR, organisation=team.organisation.id))


def text():
    return PracticeText.get()


def test_suggestions_are_for_who_wrote_them_and_who_keeps_the_practice(
    app, practice, keeper
):
    writer = make_user()
    waiting = make_suggestion(practice, author=writer, offered=False, how="Walk.")
    offered = make_suggestion(practice, author=writer, how="Cycle.", why="Health")
    people = {
        "writer": sign_in(app, writer),
        "keeper": keeper,
        "other": sign_in(app, make_user()),
        "visitor": app.test_client(),
    }

    seen = {
        who: [
            client.get(f"/en/practices/bus/suggestions/{row.id}").status_code
            for row in (waiting, offered)
        ]
        for who, client in people.items()
    }

    assert seen == {
        "writer": [200, 200],
        "keeper": [404, 200],
        "other": [404, 404],
        "visitor": [303, 303],
    }
    assert "Health" in keeper.get("/en/practices/bus/suggestions").text
    assert "Health" not in people["other"].get("/en/practices/bus/suggestions").text


def test_keeper_takes_over_a_part(practice, keeper):
    row = make_suggestion(practice, how="The bus leaves at seven.", core="A driver.")
    address = f"/en/practices/bus/suggestions/{row.id}"
    assert "Take this over" in keeper.get(address).text

    sent = {"state": "taken", "edition": "1", "pick_part": "text/en/how"}
    keeper.post(address, data=sent)
    keeper.post(address, data=sent)

    assert (text().how, text().core) == ("The bus leaves at seven.", TEXT.core)
    assert Suggestion.get().state is SuggestionState.TAKEN
    newest = PracticeVersion.select().order_by(PracticeVersion.edition.desc()).get()
    assert (newest.edition, newest.note) == (
        2,
        "Suggested by a reader, a professional",
    )


def test_taking_nothing_is_asked_about(practice, keeper):
    row = make_suggestion(practice, how="Walk.")
    address = f"/en/practices/bus/suggestions/{row.id}"

    page = keeper.post(address, data={"state": "taken", "edition": "1"})

    assert (page.status_code, "Nothing was chosen" in page.text) == (422, True)
    assert Suggestion.get().state is SuggestionState.OFFERED


def test_declining_wants_a_reason_that_the_reader_reads(app, practice, keeper):
    writer = make_user()
    row = make_suggestion(practice, author=writer, how="Walk.")
    address = f"/en/practices/bus/suggestions/{row.id}"

    assert keeper.post(address, data={"state": "declined"}).status_code == 422
    keeper.post(address, data={"state": "declined", "answer": "It is too far."})
    assert "It is too far." in sign_in(app, writer).get(address).text
    keeper.post(address, data={"state": "offered"})

    assert Suggestion.get().state is SuggestionState.OFFERED
    assert text().how == TEXT.how


def test_words_changed_meanwhile_are_shown_and_chosen(practice, keeper):
    editor = make_user()
    row = make_suggestion(practice, how="The bus leaves at seven.")
    saving.save(practice, {"text/en/how": "At eight."}, edition=1, by=editor)
    address = f"/en/practices/bus/suggestions/{row.id}"
    taken = {"state": "taken", "pick_part": "text/en/how"}

    page = keeper.get(address)
    assert "This has been changed since the reader read it." in page.text
    assert "At eight" in page.text

    # The page was opened before the other editor saved.
    page = keeper.post(address, data={**taken, "edition": "1"})
    assert (page.status_code, text().how) == (409, "At eight.")
    keeper.post(address, data={**taken, "edition": "2"})
    assert text().how == "The bus leaves at seven."
    assert Practice.get().edition == 3


def test_other_headings_changed_meanwhile_are_kept(practice, keeper):
    row = make_suggestion(practice, how="The bus leaves at seven.")
    saving.save(practice, {"text/en/core": "Kindness."}, edition=1, by=make_user())

    keeper.post(
        f"/en/practices/bus/suggestions/{row.id}",
        data={"state": "taken", "pick_part": "text/en/how", "edition": "1"},
    )

    assert (text().how, text().core) == ("The bus leaves at seven.", "Kindness.")


def test_second_keeper_learns_that_it_is_settled(app, team, practice, keeper):
    row = make_suggestion(practice, how="Walk.")
    address = f"/en/practices/bus/suggestions/{row.id}"
    second = sign_in(app, make_user(Role.EDITOR, organisation=team.organisation.id))
    keeper.post(address, data={"state": "declined", "answer": "Too far."})

    taken = {"state": "taken", "edition": "1", "pick_part": "text/en/how"}
    page = second.post(address, data=taken)

    assert page.status_code == 409
    assert "Somebody has settled this meanwhile" in page.text
    assert text().how == TEXT.how


def test_hostile_words_are_inert(practice, keeper):
    row = make_suggestion(
        practice, how="<script>alert(1)</script>", why="<b onclick=x>"
    )

    page = keeper.get(f"/en/practices/bus/suggestions/{row.id}").text

    assert ("<script>alert" in page, "<b onclick" in page) == (False, False)


def test_what_waits_is_listed_however_much_is_settled(app, monkeypatch):
    monkeypatch.setattr(suggestions, "MOST", 2)
    practice = make_practice(slug="bus")
    first = make_suggestion(practice, why="First", how="Walk.")
    for why in ("Second", "Third"):
        made = make_suggestion(practice, why=why, how="Walk.")
        decline(made.id, "No", make_user())

    rows = suggestions.listed(practice.id, 0, keeps=True)

    assert [row.why for row in rows] == ["First", "Third"]
    assert rows[0].id == first.id
