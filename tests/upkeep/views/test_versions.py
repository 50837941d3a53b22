import pytest

from portal.directory.actions import DraftText
from portal.directory.models import Service, ServiceText, TextState
from portal.permissions import Role
from tests.factories import give_at, make_place, make_service, make_user, sign_in
from tests.soup import page
from tests.upkeep.editors import editor, opened

SECRET = "Ask for Maija at the back door"


@pytest.fixture
def client(app):
    return sign_in(app, make_user(Role.EDITOR, name="Sanna Rautio"))


@pytest.fixture
def service():
    return make_service(texts={"en": DraftText("Help", summary="Open on Monday")})


@pytest.fixture
def home(service):
    return f"/en/services/{service.slug}"


def change(client, home, part="text/en", **changes):
    form = opened(client, f"{home}/{part}", **changes)
    assert client.post(f"{home}/{part}", data=form).location == (
        f"{home}/upkeep?done=saved"
    )


def listed(client, home):
    soup = page(client, f"{home}/versions")
    return [li.b.text for li in soup.select("ol.line > li")]


def compared(client, home, first, second):
    soup = page(client, f"{home}/versions?from={first}&to={second}")
    cards = soup.select("section.card")
    return {card.h3.text: card.select_one(".changes").text for card in cards}


def test_versions_are_public_with_date_and_note_and_without_names(app, client, home):
    change(client, home, lead="Open on Tuesday", note="New hours")

    public, own = (
        page(some, f"{home}/versions").text for some in (app.test_client(), client)
    )

    assert "New hours" in public
    assert "Sanna Rautio" not in public
    assert "Sanna Rautio" in own


def test_difference_is_told_word_by_word_and_aloud(app, client, home):
    change(client, home, lead="Open every Monday")

    shown = compared(app.test_client(), home, 1, 2)

    assert shown == {"English: Summary": "Open removed: onadded: every Monday"}


def test_facts_are_compared_in_words(app, client, home, service):
    give_at(make_place(slug="hub", name="The hub"), service)
    change(
        client, home, "hours", **{"hours-hub": "ma-pe 9-15", "phone_hours": "ti 9-10"}
    )
    change(client, home, "facts", pick_told="no", pick_tags_area=["harju"])

    assert compared(app.test_client(), home, 1, 2) == {
        "When we answer the phone": "added: Tue 9–10",
        "The hub: Opening hours": "added: Mon–Fri 9–15",
    }
    assert compared(app.test_client(), home, 2, 3) == {
        "Is anyone told?": "removed: Not knownadded: No",
        "Area": "added: Harju",
    }


def test_staff_notes_never_show_in_public(app, client, home, service):
    change(client, home, staff_notes=SECRET, note="Only for us")
    change(client, home, professionals=SECRET)
    change(client, home, "facts", review_email="maija@verstas.example")
    change(client, home, lead="Open on Tuesday")
    visitor, partner = (
        app.test_client(),
        editor(app, voice="partner"),
    )

    pages = [visitor.get(f"{home}/versions").text]
    pages += [
        visitor.get(f"{home}/versions?from={first}&to={last}").text
        for first in range(1, 6)
        for last in range(1, 6)
    ]

    assert [
        word
        for word in (SECRET, "Maija", "maija@", "Only for us")
        if any(word in text for text in pages)
    ] == []
    assert listed(visitor, home) == ["Version 5", "Version 1"]
    assert listed(client, home)[0:2] == ["Version 5", "Version 4"]
    assert "back door" in client.get(f"{home}/versions?from=1&to=2").text
    assert "back door" not in partner.get(f"{home}/versions?from=1&to=2").text


def test_drafts_never_show_in_public(app, client, home, service):
    change(client, home, "text/fi", name="Salainen luonnos")
    ServiceText.update(state=TextState.REVIEW).where(
        ServiceText.language == "fi"
    ).execute()
    change(client, home, "text/fi", name="Toinen luonnos")
    change(client, home, lead="Open on Tuesday")

    text = app.test_client().get(f"{home}/versions?from=1&to=4").text

    assert "luonnos" not in text
    assert "Tuesday" in text


def test_protected_place_is_not_told_of_by_what_was_written_for_it(
    app, client, home, service
):
    give_at(make_place(slug="shelter", protected=True), service)
    change(client, home, "places", **{"note_en-shelter": "Behind the red barn"})
    change(client, home, lead="Open on Tuesday")

    text = app.test_client().get(f"{home}/versions?from=1&to=3").text

    assert "red barn" not in text
    assert "Tuesday" in text


def test_restoring_makes_a_new_version(client, home, service):
    change(client, home, lead="Open on Tuesday")
    change(client, home, "facts", phone="019 123 4500")

    response = client.post(f"{home}/versions", data={"version": "1"})

    assert response.location == f"{home}/upkeep?done=restored"
    saved = Service.get_by_id(service.id)
    assert (saved.edition, saved.phone) == (4, "")
    assert ServiceText.get().summary == "Open on Monday"
    assert listed(client, home) == [f"Version {n}" for n in (4, 3, 2, 1)]


def test_restoring_twice_changes_once(client, home, service):
    change(client, home, lead="Open on Tuesday")

    for _ in range(2):
        client.post(f"{home}/versions", data={"version": "1"})

    assert Service.get_by_id(service.id).edition == 3


def test_restoring_brings_back_languages_channels_and_places(client, home, service):
    give_at(make_place(slug="hub"), service, "mon-fri 9:00-11:00")
    new = {"pick_kind-new1": "sms", "contact-new1": "040 1", "name_en-new1": "SMS"}
    change(client, home, "channels", **new)
    (key,) = [
        name.removeprefix("contact-")
        for name in opened(client, f"{home}/channels")
        if name.startswith("contact-") and "new" not in name
    ]
    change(client, home, "places", **{"pick_remove-hub": "1"})
    change(client, home, "channels", **{f"pick_remove-{key}": "1"})

    client.post(f"{home}/versions", data={"version": "2"})

    assert opened(client, f"{home}/hours")["hours-hub"] == "mon-fri 9-11"
    form = opened(client, f"{home}/channels")
    assert "040 1" in form.values()


@pytest.mark.parametrize(
    ("version", "status"), [("9", 404), ("", 422), ("x", 422), ("9" * 12, 422)]
)
def test_version_that_is_not_there_is_refused(client, home, version, status):
    response = client.post(f"{home}/versions", data={"version": version})

    assert response.status_code == status


def test_visitors_may_not_restore(app, home):
    response = app.test_client().post(f"{home}/versions", data={"version": "1"})

    assert response.status_code == 401


def test_versions_of_a_sensitive_service_are_kept_nowhere(client, home, service):
    Service.update(sensitive=True).execute()

    response = client.get(f"{home}/versions")

    assert response.headers["Cache-Control"] == "no-store"
