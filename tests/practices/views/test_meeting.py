"""Two people on one practice, a look at it first, and earlier versions."""

import pytest
from bs4 import BeautifulSoup

from portal.directory.models import TextState
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.actions.saving import set_values
from portal.practices.models import (
    Practice,
    PracticeAuthor,
    PracticeText,
    PracticeVersion,
)
from tests.factories import make_organisation, make_practice, make_user
from tests.soup import page
from tests.upkeep.editors import editor, filled, opened

HOME = "/en/practices/desk"
TEXT = f"{HOME}/edition/text/en"
HTMX = {
    "HX-Request": "true",
    "HX-Target": "div#preview",
    "HX-Request-Type": "partial",
}


@pytest.fixture
def practice():
    written = PracticeDraftText("Desk", summary="One two three", how="So")
    return make_practice(slug="desk", texts={"en": written})


@pytest.fixture
def client(app, practice):
    return editor(app)


def text():
    return PracticeText.get()


def change(client, **changes):
    return client.post(TEXT, data=opened(client, TEXT, **changes))


def meet(app, client, theirs, mine):
    """Both open the same form; the other saves, then this one."""
    other = editor(app)
    early, late = opened(other, TEXT, **theirs), opened(client, TEXT, **mine)
    assert other.post(TEXT, data=early).status_code == 303
    return client.post(TEXT, data=late)


def test_changes_under_different_headings_are_joined_and_said(app, client):
    response = meet(app, client, {"tips": "Theirs"}, {"cost": "Mine"})

    assert (text().tips, text().cost) == ("Theirs", "Mine")
    assert "Theirs and yours are both kept." in client.get(response.location).text


@pytest.mark.parametrize(
    ("take", "expected"),
    [("theirs", "One two theirs"), ("mine", "One two mine"), ("own", "Both")],
)
def test_changes_of_one_heading_are_chosen_from_and_nothing_is_lost(
    app, client, take, expected
):
    mine = {"lead": "One two mine", "tips": "My tip", "note": "My note"}
    asked = meet(app, client, {"lead": "One two theirs", "cost": "5 e"}, mine)
    form = filled(asked)
    form["lead"], form["pick_take-lead"] = "Both", take

    response = client.post(TEXT, data=form)

    soup = BeautifulSoup(asked.data, "html.parser")
    assert (asked.status_code, response.status_code) == (409, 303)
    assert [tag.text for tag in soup.select(".pair ins")] == [
        "added: theirs",
        "added: mine",
    ]
    saved = text()
    assert (saved.summary, saved.tips, saved.cost) == (expected, "My tip", "5 e")
    assert PracticeVersion.get(PracticeVersion.edition == 3).note == "My note"


@pytest.mark.parametrize("headers", [None, HTMX], ids=["plain", "htmx"])
def test_look_at_it_first_shows_the_page_and_saves_nothing(client, headers):
    form = opened(client, TEXT, tips="- Begin small", wanted="preview")

    response = client.post(TEXT, data=form, headers=headers)

    soup = BeautifulSoup(response.data, "html.parser")
    assert soup.select_one("#preview .prose li").text == "Begin small"
    assert bool(soup.select("html")) is not bool(headers)
    assert (text().tips, Practice.get().edition) == ("", 1)
    assert "Begin small" not in client.get(HOME).text


def test_draft_is_read_as_a_page_by_those_who_write_it(app, client):
    PracticeText.update(state=TextState.DRAFT).execute()

    soup = page(client, f"{HOME}/preview")

    assert "One two three" in soup.main.text
    assert app.test_client().get(f"{HOME}/preview").status_code == 404
    assert client.get(f"{HOME}/preview?text=fi").status_code == 404
    assert text().state is TextState.DRAFT


def test_versions_tell_what_changed_and_by_whom_to_editors_alone(app, client):
    change(client, lead="One two four", note="Counted again")
    between = f"{HOME}/versions?from=1&to=2"

    ours, theirs = page(client, between), page(app.test_client(), between)

    for soup in (ours, theirs):
        assert [tag.text for tag in soup.select(".changes ins")] == ["added: four"]
        assert "Counted again" in soup.text
    assert ("Person" in ours.main.text, "Person" in theirs.main.text) == (True, False)


def test_drafts_and_their_versions_are_not_public(app, client):
    draft = f"{HOME}/edition/text/fi"
    client.post(draft, data=opened(client, draft, name="Salainen luonnos"))
    change(client, lead="Four")

    numbers = "1 3"
    public = page(app.test_client(), f"{HOME}/versions?from=1&to=3")
    assert "Salainen" not in public.text
    shown = [tag.text for tag in public.select(".line b")]
    assert shown == [f"Version {number}" for number in reversed(numbers.split())]
    PracticeText.update(state=TextState.ARCHIVED).execute()
    assert app.test_client().get(f"{HOME}/versions").status_code == 404


def test_version_is_brought_back_as_a_new_one_and_stays_published(app, client):
    PracticeText.update(state=TextState.DRAFT).execute()
    change(client, lead="Four", tips="New")
    state = {"language": "en", "state": "published"}
    client.post(f"{HOME}/states", data=state)

    responses = [
        client.post(f"{HOME}/versions", data={"version": "1"}) for _ in range(2)
    ]

    assert [answer.location for answer in responses] == [
        f"{HOME}/edition?done=restored",
        f"{HOME}/edition?done=same",
    ]
    back = text()
    assert (back.summary, back.tips, back.state) == (
        "One two three",
        "",
        TextState.PUBLISHED,
    )
    assert client.post(f"{HOME}/versions", data={"version": "9"}).status_code == 404


def test_language_taken_back_from_the_public_is_in_no_version_it_reads(app, client):
    swedish = f"{HOME}/edition/text/sv"
    client.post(swedish, data=opened(client, swedish, name="Hemlig disk"))
    for state in ("published", "archived"):
        client.post(f"{HOME}/states", data={"language": "sv", "state": state})
    change(client, lead="Four")

    public = page(app.test_client(), f"{HOME}/versions?from=1&to=5")

    assert "Hemlig" not in public.text
    shown = [tag.text for tag in public.select(".line b")]
    assert shown == ["Version 5", "Version 1"]
    assert "Hemlig" in page(client, f"{HOME}/versions?from=1&to=3").text


def test_earlier_version_brings_back_words_and_never_rights(app, practice, client):
    owner, other = make_organisation(), make_organisation()
    whose = {"organisation": owner.code, "authors": other.code}
    set_values(practice, whose, by=make_user())
    set_values(practice, {"organisation": "", "authors": ""}, by=make_user())

    client.post(f"{HOME}/versions", data={"version": "2"})

    assert Practice.get().organisation is None
    assert PracticeAuthor.select().count() == 0


def test_note_of_a_version_says_which_language_it_is_in(app, client):
    address = "/fi/practices/desk/edition/text/en"
    client.post(address, data=opened(client, address, lead="Four", note="Laskettu"))

    version = page(app.test_client(), f"{HOME}/versions").select_one(".line li")

    assert version.select_one("p[lang=fi]").text == "Laskettu"
    assert "Only in Finnish" in version.text
