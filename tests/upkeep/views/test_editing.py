"""Editors at work on one card: each part, with right and with broken input."""

import json

import pytest

from portal.directory.actions import DraftChannel, DraftText
from portal.directory.models import (
    Channel,
    ChannelKind,
    EasyText,
    Known,
    OpeningException,
    OpeningHours,
    PhoneHours,
    Service,
    ServiceAtPlace,
    ServiceTag,
    ServiceText,
    ServiceVersion,
    TextState,
)
from portal.permissions import Role
from portal.vocabulary.queries import vocabulary
from tests.factories import (
    give_at,
    make_place,
    make_service,
    make_team,
    make_user,
    sign_in,
)
from tests.soup import page
from tests.upkeep.editors import editor, errors, filled, opened

CHAT = DraftChannel(
    ChannelKind.CHAT, "https://c.example", Known.NO, {"en": ("Chat", "")}
)
PARTS = [
    *("text/en", "text/en/easy"),
    *("basis", "channels", "facts", "hours", "places", "stops"),
]


@pytest.fixture
def service():
    service = make_service("Debt advice", "area:harju", phone="019 1", channels=[CHAT])
    give_at(make_place(slug="hub"), service, "mon-fri 9:00-11:00")
    return service


@pytest.fixture
def client(app):
    return editor(app)


@pytest.fixture
def home(service):
    return f"/en/services/{service.slug}"


def text(service, language="en"):
    return ServiceText.get(
        ServiceText.service == service, ServiceText.language == language
    )


def test_every_part_saved_as_it_was_changes_nothing(client, home, service):
    for part in ("text/en", "facts", "channels", "hours", "places"):
        response = client.post(f"{home}/{part}", data=opened(client, f"{home}/{part}"))

        assert response.location == f"{home}/upkeep?done=same", part

    assert Service.get_by_id(service.id).edition == 1
    assert ServiceVersion.select().count() == 0


def test_text_is_on_the_card_and_found_at_once(client, app, home, service):
    form = opened(client, f"{home}/text/en", description="We **sit** with you.")

    response = client.post(f"{home}/text/en", data=form)

    assert response.location == f"{home}/upkeep?done=saved"
    public = page(app.test_client(), home)
    assert public.select_one(".prose strong").text == "sit"
    listed = page(app.test_client(), "/en/services?q=sit")
    assert [a.text for a in listed.select("#results h3 a")] == ["Debt advice"]


def test_first_saving_keeps_how_it_was_before(client, home, service):
    form = opened(client, f"{home}/text/en", lead="New", note="Shorter")

    client.post(f"{home}/text/en", data=form)

    rows = ServiceVersion.select().order_by(ServiceVersion.edition)
    kept = [
        (row.edition, row.note, json.loads(row.snapshot)["text/en/summary"])
        for row in rows
    ]
    assert kept == [(1, "", "A summary"), (2, "Shorter", "New")]
    assert Service.get_by_id(service.id).edition == 2


def test_new_language_begins_as_a_draft_nobody_else_sees(client, app, home, service):
    form = opened(client, f"{home}/text/fi", name="Velkaneuvonta")

    client.post(f"{home}/text/fi", data=form)

    assert text(service, "fi").state is TextState.DRAFT
    public = page(app.test_client(), home.replace("/en/", "/fi/"))
    assert "Velkaneuvonta" not in public.text


def test_text_without_a_name_is_not_saved_and_all_is_kept(client, home, service):
    form = opened(client, f"{home}/text/en", name=" ", description="Long words")

    response = client.post(f"{home}/text/en", data=form)

    assert response.status_code == 422
    assert errors(response) == [("name", "Give the service a name")]
    assert filled(response)["description"] == "Long words"
    assert text(service).name == "Debt advice"


def test_translation_is_marked_when_its_source_has_changed(client, home):
    made = {"name": "Rådgivning", "pick_source": "en", "pick_current": "1"}
    client.post(f"{home}/text/sv", data=opened(client, f"{home}/text/sv", **made))
    before = page(client, f"{home}/text/sv").text

    client.post(f"{home}/text/en", data=opened(client, f"{home}/text/en", lead="Other"))

    mark = "This text is older than its source."
    assert mark not in before
    assert mark in page(client, f"{home}/text/sv").text
    again = opened(client, f"{home}/text/sv", pick_current="1")
    client.post(f"{home}/text/sv", data=again)
    assert mark not in page(client, f"{home}/text/sv").text


def test_forged_moment_is_not_taken(client, home):
    form = opened(client, f"{home}/text/sv", name="A", pick_source="en", seen_en="x")
    form.setlist("pick_current", ["1"])

    response = client.post(f"{home}/text/sv", data=form)

    assert errors(response) == [("pick_current", "Choose the language again")]


def test_other_language_stands_beside(client, home, service):
    ServiceText.create(service=service, language="sv", name="Rådgivning", summary="Kom")

    soup = page(client, f"{home}/text/en?beside=sv")

    assert [tag.text for tag in soup.select(".held .words[lang=sv]")][:2] == [
        "Rådgivning",
        "Kom",
    ]


def test_easy_text_is_written_and_checked_today(client, home, service):
    form = opened(client, f"{home}/text/en/easy", name="Help", body="We help.")

    client.post(f"{home}/text/en/easy", data=form)

    easy = EasyText.get(EasyText.service == service)
    assert (easy.name, easy.body, easy.state) == ("Help", "We help.", TextState.DRAFT)
    assert easy.checked_on is not None


def test_facts_are_saved(client, home, service):
    team = make_team(en="Money team")
    form = opened(
        client,
        f"{home}/facts",
        phone="019 123 4500",
        wait_days="014",
        wait_checked_on="1.11.2026",
        pick_told="no",
        pick_tags_area=["koskela", "harju"],
        pick_sensitive="1",
    )

    client.post(f"{home}/facts", data=form)

    saved = Service.get_by_id(service.id)
    assert (saved.phone, saved.wait_days, str(saved.wait_checked_on)) == (
        "019 123 4500",
        14,
        "2026-11-01",
    )
    assert (saved.told, saved.sensitive, saved.team) == (Known.NO, True, None)
    areas = vocabulary().of("area")
    assert {tag.term for tag in ServiceTag.select()} == {
        areas["harju"].id,
        areas["koskela"].id,
    }
    assert team.id is not None


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("phone", "call us", "Write the phone number with digits, like 019 123 4500"),
        ("email", "nobody", "Write the email address with an @ sign"),
        ("review_email", "a@b", "Write the email address with an @ sign"),
        ("wait_days", "two", "Write a whole number from 0 to 3650"),
        ("wait_days", "-1", "Write a whole number from 0 to 3650"),
        ("wait_checked_on", "31.2.2026", "Write the date as day, month and year"),
        ("review_months", "0", "Write a whole number from 1 to 60"),
        (
            "review_months",
            "",
            "Write after how many months this is checked again",
        ),
        ("pick_told", "perhaps", "Choose one of these"),
        ("pick_organisation", "nobody", "Choose one of these"),
        ("note", "n" * 301, "Shorten this by 1 character"),
    ],
)
def test_broken_fact_is_told_and_kept(client, service, field, typed, sentence):
    home = f"/en/services/{service.slug}"

    response = client.post(
        f"{home}/facts", data=opened(client, f"{home}/facts", **{field: typed})
    )

    assert response.status_code == 422
    assert errors(response) == [(field, sentence)]
    if not field.startswith("pick_"):
        assert filled(response)[field] == typed
    assert Service.get_by_id(service.id).edition == 1


def test_team_of_another_organisation_is_told(client, home):
    team = make_team()
    make_team()

    form = opened(client, f"{home}/facts", pick_team=team.code)
    response = client.post(f"{home}/facts", data=form)

    assert errors(response) == [
        ("pick_team", "This team belongs to another organisation")
    ]


def test_channel_is_added_changed_and_taken_away(client, home, service):
    (row,) = Channel.select()
    form = opened(
        client,
        f"{home}/channels",
        **{
            f"contact-{row.id}": "https://d.example",
            "pick_kind-new1": "sms",
            "contact-new1": "040 123",
            "name_fi-new1": "Tekstiviesti",
        },
    )

    client.post(f"{home}/channels", data=form)

    found = Channel.select().order_by(Channel.position)
    assert [(c.id, c.kind, c.contact) for c in found] == [
        (row.id, "chat", "https://d.example"),
        (row.id + 1, "sms", "040 123"),
    ]
    again = opened(client, f"{home}/channels", **{f"pick_remove-{row.id}": "1"})
    client.post(f"{home}/channels", data=again)
    assert [c.kind for c in Channel.select()] == ["sms"]


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"contact-new1": "x"}, "pick_kind-new1", "Choose what kind of way in this is"),
        (
            {"pick_kind-new1": "web", "name_en-new1": "A", "contact-new1": "a.example"},
            "contact-new1",
            "Write the whole address, beginning with https://",
        ),
        (
            {"pick_kind-new1": "sms", "name_en-new1": "A", "contact-new1": "us"},
            "contact-new1",
            "Write the phone number with digits, like 019 123 4500",
        ),
        (
            {"pick_kind-new1": "chat"},
            "name_fi-new1",
            "Give it a name in at least one language",
        ),
    ],
)
def test_broken_channel_is_told(client, home, typed, field, sentence):
    response = client.post(
        f"{home}/channels", data=opened(client, f"{home}/channels", **typed)
    )

    assert response.status_code == 422
    assert (field, sentence) in errors(response)
    assert {name: filled(response)[name] for name in typed} == typed


def test_hours_are_typed_as_lines(client, home, service):
    typed = "ma-pe 9-15\n24.12.2096 suljettu"
    form = opened(
        client, f"{home}/hours", phone_hours="ti 9-10", **{"hours-hub": typed}
    )

    client.post(f"{home}/hours", data=form)

    assert [(h.weekday, h.opens, h.closes) for h in PhoneHours.select()] == [
        (1, 540, 600)
    ]
    assert OpeningHours.select().count() == 5
    assert [str(e.first_on) for e in OpeningException.select()] == ["2096-12-24"]
    shown = opened(client, f"{home}/hours")
    assert shown["hours-hub"] == "mon-fri 9-15\n24.12.2096 closed"


def test_broken_hours_say_which_line_and_what_to_write(client, home):
    typed = "ma-pe 9-15\nwhenever"
    form = opened(client, f"{home}/hours", **{"hours-hub": typed})

    response = client.post(f"{home}/hours", data=form)

    assert errors(response) == [
        (
            "hours-hub",
            "Line 2: we do not understand “whenever”. Write for example: mon-fri 9-15",
        )
    ]
    assert filled(response)["hours-hub"] == typed
    assert OpeningHours.select().count() == 5


def test_place_is_added_told_of_and_taken_away(client, home, service):
    make_place(slug="library")
    form = opened(
        client,
        f"{home}/places",
        pick_place="library",
        **{"phone-hub": "040 1", "note_en-hub": "Second floor"},
    )

    client.post(f"{home}/places", data=form)

    found = ServiceAtPlace.select().order_by(ServiceAtPlace.id)
    assert [(at.phone, at.texts.count()) for at in found] == [("040 1", 1), ("", 0)]
    assert OpeningHours.select().count() == 5
    again = opened(client, f"{home}/places", **{"pick_remove-hub": "1"})
    client.post(f"{home}/places", data=again)
    assert ServiceAtPlace.select().count() == 1


def test_partner_edits_own_services_only_and_reads_no_staff_notes(app, home, service):
    ours = make_team().organisation
    mine = make_service(
        organisation=ours, texts={"en": DraftText("A", staff_notes="S")}
    )
    partner = sign_in(app, make_user(Role.EDITOR, voice="partner", organisation=ours))

    own = partner.get(f"/en/services/{mine.slug}/text/en")
    others = partner.get(f"{home}/text/en")

    assert (own.status_code, others.status_code) == (200, 403)
    assert "staff_notes" not in filled(own)
    form = opened(partner, f"/en/services/{mine.slug}/text/en", name="B")
    partner.post(f"/en/services/{mine.slug}/text/en", data=form)
    assert (text(mine).name, text(mine).staff_notes) == ("B", "S")


def test_national_description_is_nobodys_to_edit(app, client):
    national = make_service(origin="national")

    response = client.get(f"/en/services/{national.slug}/upkeep")

    assert response.status_code == 403
