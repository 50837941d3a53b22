"""The page of care, and that notes are nobody else's."""

import pytest
from bs4 import BeautifulSoup

from portal.moderation.models import Care, CareNote
from portal.permissions import Role
from tests.factories import make_user, sign_in

WORDS = "Kolme raskasta tänään"


@pytest.fixture
def note(moderator):
    moderator.post("/en/moderation/care/notes", data={"words": WORDS})
    return CareNote.get()


def test_note_is_written_read_and_deleted(moderator, note):
    page = moderator.get("/en/moderation/care")
    assert WORDS in page.text
    assert page.headers["Cache-Control"] == "no-store"

    answer = moderator.post(
        f"/en/moderation/care/notes/{note.id}", data={"wanted": "0"}
    )

    assert answer.location == "/en/moderation/care?done=deleted"
    assert CareNote.select().count() == 0


def test_empty_note_is_asked_for_again(moderator):
    page = moderator.post("/en/moderation/care/notes", data={"words": " "})

    soup = BeautifulSoup(page.data, "html.parser")
    assert page.status_code == 422
    assert [one["href"] for one in soup.select(".error-summary a")] == ["#words"]


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.COORDINATOR, Role.ADMINISTRATOR])
def test_note_is_read_and_deleted_by_nobody_else(app, note, role):
    other = sign_in(app, make_user(role))

    pages = [
        other.get(address)
        for address in (
            "/en/moderation/care",
            "/en/moderation/care.csv",
            "/en/moderation/log",
            "/en/moderation/log.csv",
            "/en/moderation/log.json",
            "/en/moderation",
            "/en/administration",
            "/en/account",
        )
    ]
    answer = other.post(f"/en/moderation/care/notes/{note.id}", data={"wanted": "0"})

    assert [WORDS in page.text for page in pages] == [False] * len(pages)
    assert answer.status_code in {403, 404}
    assert CareNote.get().words == WORDS


def test_own_notes_can_be_taken_along(moderator, note):
    page = moderator.get("/en/moderation/care.csv")

    assert page.text.splitlines()[0] == "\ufeffWhen;What I wrote"
    assert page.text.splitlines()[1].endswith(f";{WORDS}")
    assert page.headers["Cache-Control"] == "no-store"


def test_pause_and_sparing_are_set_by_value(moderator):
    for _ in range(2):
        moderator.post("/en/moderation/care/pauses")
        moderator.post("/en/moderation/care/heavy-cases", data={"wanted": "1"})

    [care] = Care.select()
    assert care.paused_at is not None
    assert care.spared_until is not None
    page = moderator.get("/en/moderation/care")
    soup = BeautifulSoup(page.data, "html.parser")
    assert soup.select_one("button[name=wanted]")["value"] == "0"
    assert "Nobody else is at work" in page.text


@pytest.mark.parametrize("wanted", [None, "", "2", "yes"])
def test_sparing_without_a_value_is_refused(moderator, wanted):
    data = {} if wanted is None else {"wanted": wanted}

    answer = moderator.post("/en/moderation/care/heavy-cases", data=data)

    assert answer.status_code == 422
    assert Care.select().count() == 0
