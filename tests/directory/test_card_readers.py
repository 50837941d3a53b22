"""Which texts and notes of a card each kind of person sees."""

import pytest

from portal.accounts.models import Voice
from portal.directory.actions import DraftText
from portal.directory.models import TextState
from portal.permissions import Role
from tests.factories import make_service, make_user, sign_in
from tests.soup import page

NOTES = {"en": DraftText("A", professionals="Refer by phone", staff_notes="Ask Ann")}


def card(client, service, language="en"):
    return page(client, f"/{language}/services/{service.slug}")


@pytest.mark.parametrize(
    ("voice", "roles", "seen"),
    [
        (None, [], []),
        (Voice.RESIDENT, [], []),
        (Voice.EXPERT, [], []),
        (Voice.PARTNER, [], ["Refer by phone"]),
        (Voice.STAFF, [], ["Refer by phone", "Ask Ann"]),
        (Voice.EXPERT, [Role.FACILITATOR], ["Refer by phone"]),
        (Voice.PARTNER, [Role.EDITOR], ["Refer by phone"]),
        (Voice.PARTNER, [Role.COORDINATOR], ["Refer by phone", "Ask Ann"]),
        (Voice.EXPERT, [Role.MODERATOR], ["Refer by phone", "Ask Ann"]),
        (Voice.RESIDENT, [Role.ADMINISTRATOR], ["Refer by phone", "Ask Ann"]),
    ],
)
def test_notes_are_for_those_who_may_read_them(app, voice, roles, seen):
    service = make_service(texts=NOTES)
    user = make_user(*roles, voice=voice) if voice else None
    client = sign_in(app, user) if user else app.test_client()

    soup = card(client, service)

    found = soup.select("section[aria-labelledby=notes] .prose")
    assert [note.text.strip() for note in found] == seen
    hidden = {"Refer by phone", "Ask Ann"} - set(seen)
    assert [note for note in hidden if note in str(soup)] == []


def test_notes_are_not_printed(app):
    client = sign_in(app, make_user())

    soup = card(client, make_service(texts=NOTES))

    assert "no-print" in soup.select_one("[aria-labelledby=notes]")["class"]


@pytest.mark.parametrize(
    "state", [state for state in TextState if state != "published"]
)
def test_service_without_a_published_text_is_there_for_its_editors_only(app, state):
    service = make_service(texts={"en": DraftText("Unready", state=state)})
    address = f"/en/services/{service.slug}"

    visitors = [app.test_client(), sign_in(app, make_user())]
    editors = [sign_in(app, make_user(role)) for role in ("editor", "coordinator")]

    for path in (address, f"{address}/easy"):
        assert [one.get(path).status_code for one in visitors] == [404, 404]
        assert [one.get(path).status_code for one in editors] == [200, 200]


def test_editor_is_told_how_far_the_text_has_come(app):
    texts = {"fi": DraftText("Apu"), "sv": DraftText("Hjälp", state=TextState.REVIEW)}
    service = make_service(texts=texts)
    editor = sign_in(app, make_user(Role.EDITOR))

    swedish, english = card(editor, service, "sv"), card(editor, service, "en")

    assert swedish.h1.text == "Hjälp"
    assert len(swedish.select("article > .notice.is-wait.no-print")) == 1
    assert english.h1.text == "Apu"
    assert english.select("article > .notice.is-wait.no-print") == []


def test_public_reads_the_published_language_instead_of_a_draft(client):
    texts = {"fi": DraftText("Apu"), "sv": DraftText("Hjälp", state=TextState.DRAFT)}

    soup = card(client, make_service(texts=texts), "sv")

    assert (soup.h1.text, soup.h1["lang"]) == ("Apu", "fi")
    assert "Hjälp" not in soup.main.text
