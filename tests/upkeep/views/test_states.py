"""Making a service, bringing its texts out, and taking them back."""

import pytest
from bs4 import BeautifulSoup

from portal.db import bump, today
from portal.directory.actions import DraftChannel, DraftText, Law, Mark
from portal.directory.models import (
    CHANGES,
    ChannelKind,
    EasyText,
    Known,
    OpeningHours,
    Organisation,
    OrganisationText,
    Service,
    ServiceCode,
    ServiceLaw,
    ServiceText,
    ServiceVersion,
    TextState,
)
from portal.permissions import Role
from tests.factories import (
    give_at,
    make_place,
    make_service,
    make_user,
    sign_in,
)
from tests.soup import page
from tests.upkeep.editors import editor, errors, filled, opened

BOTH = {"fi": DraftText("Apu", state=TextState.DRAFT), "en": DraftText("Help")}


@pytest.fixture
def client(app):
    return editor(app)


def states(service):
    rows = ServiceText.select().where(ServiceText.service == service)
    return {row.language: row.state.value for row in rows}


def set_state(client, service, language, state, **more):
    return client.post(
        f"/en/services/{service.slug}/states",
        data={"language": language, "state": state, **more},
    )


def make_organisation(code):
    organisation = Organisation.create(code=code, kind="ngo")
    OrganisationText.create(organisation=organisation, language="en", name=code)
    bump(CHANGES)
    return organisation


def test_publishing_one_language_leaves_the_others(client, app):
    service = make_service(texts=BOTH)

    response = set_state(client, service, "fi", "published")

    assert states(service) == {"fi": "published", "en": "published"}
    assert "Everybody sees it now." in page(client, response.location).text
    set_state(client, service, "en", "archived")
    assert states(service) == {"fi": "published", "en": "archived"}
    assert page(app.test_client(), f"/fi/services/{service.slug}").h1.text == "Apu"


def test_state_set_twice_is_one_version(client):
    service = make_service(texts=BOTH)

    for _ in range(2):
        assert set_state(client, service, "fi", "review").status_code == 303

    assert [v.edition for v in ServiceVersion.select().order_by("edition")] == [1, 2]


@pytest.mark.parametrize(
    ("language", "state", "kind", "status"),
    [
        ("en", "famous", "text", 422),
        ("en", "", "text", 422),
        ("en", "draft", "song", 422),
        ("sv", "draft", "text", 404),
        ("en", "draft", "easy", 404),
    ],
)
def test_state_that_cannot_be_is_refused(client, language, state, kind, status):
    service = make_service(texts=BOTH)

    response = set_state(client, service, language, state, kind=kind)

    assert response.status_code == status
    assert states(service) == {"fi": "draft", "en": "published"}


def test_text_without_a_name_is_not_published(client):
    service = make_service(texts=BOTH)
    ServiceText.update(name="").where(ServiceText.language == "fi").execute()

    response = set_state(client, service, "fi", "published")

    assert response.status_code == 409
    assert "Give the service a name before you publish it." in response.text
    assert states(service)["fi"] == "draft"


def test_easy_text_has_a_state_of_its_own(client):
    service = make_service(texts=BOTH)
    EasyText.create(service=service, language="en", name="A", body="B", state="draft")

    set_state(client, service, "en", "published", kind="easy")

    assert EasyText.get().state is TextState.PUBLISHED


def test_poor_card_is_published_and_warned_of_with_the_place_to_mend(client):
    texts = {"en": DraftText("Help", summary="Help", state=TextState.DRAFT)}
    service = make_service(texts=texts)

    response = set_state(client, service, "en", "published")

    assert states(service) == {"en": "published"}
    soup = page(client, response.location)
    home = f"/en/services/{service.slug}"
    found = [
        (li.contents[0].strip(), li.a["href"])
        for li in soup.select("details li:has(a)")
    ]
    assert found == [
        ("The summary says the same as the name.", f"{home}/text/en#lead"),
        ("There is no phone number and no e-mail.", f"{home}/facts#phone"),
        (
            "No area is chosen. Nobody finds this by where they live.",
            f"{home}/facts#pick_tags_area",
        ),
        (
            "There is no way in without bank codes or the like.",
            f"{home}/channels",
        ),
    ]
    for _sentence, address in found:
        path, _, anchor = address.partition("#")
        assert not anchor or page(client, path).select_one(f"[id={anchor}]")


def test_draft_is_not_public_until_it_is_published(client, app):
    make_organisation("county")
    form = opened(client, "/en/services/new", name="New help", lead="Come.")
    form["pick_organisation"] = "county"

    made = client.post("/en/services", data=form)

    (service,) = Service.select()
    home = f"/en/services/{service.slug}"
    assert made.location == f"{home}/upkeep?done=created"
    visitor = app.test_client()
    assert visitor.get(home).status_code == 404
    assert visitor.get(f"{home}/versions").status_code == 404
    assert "New help" not in page(visitor, "/en/services?q=help").text
    set_state(client, service, "en", "published")
    assert page(visitor, home).h1.text == "New help"
    assert "New help" in page(visitor, "/en/services?q=help").text


def test_new_service_sent_twice_is_one_service(client):
    make_organisation("county")
    form = opened(client, "/en/services/new", name="New", pick_organisation="county")

    first, second = (client.post("/en/services", data=form) for _ in range(2))

    assert first.location == second.location
    assert Service.select().count() == 1


def test_new_service_needs_a_name_and_an_owner_and_keeps_the_rest(client):
    make_organisation("county")
    make_organisation("neighbours")
    form = opened(client, "/en/services/new", lead="Long thought-out words")

    response = client.post("/en/services", data=form)

    assert response.status_code == 422
    assert errors(response) == [
        ("name", "Give the service a name"),
        ("pick_organisation", "Choose whose service this is"),
    ]
    assert filled(response)["lead"] == "Long thought-out words"


def test_partner_begins_services_of_their_own_organisation_only(app):
    ours, _others = make_organisation("ours"), make_organisation("theirs")
    client = sign_in(app, make_user(Role.EDITOR, organisation=ours.id))
    form = opened(client, "/en/services/new", name="Ours")
    form["pick_organisation"] = "theirs"

    refused = client.post("/en/services", data=form)
    form["pick_organisation"] = "ours"
    client.post("/en/services", data=form)

    assert refused.status_code == 422
    assert [service.organisation for service in Service.select()] == [ours.id]


def test_service_called_new_does_not_hide_the_page_for_new_ones(client):
    assert make_service("New").slug == "new-2"


def test_copy_holds_everything_as_drafts(client):
    chat = DraftChannel(
        ChannelKind.CHAT, "https://c.example", Known.NO, {"en": ("C", "")}
    )
    service = make_service(
        "Help",
        "area:harju",
        phone="019 1",
        checked_on=today(),
        channels=[chat],
        laws=[Law(0, "fi", "Laki", "")],
        codes=[Mark("subject", "urn:1", "velka", "fi")],
    )
    give_at(make_place(), service, "mon-fri 9:00-11:00")
    home = f"/en/services/{service.slug}"
    form = {"copy_of": service.slug, "submission": "once"}

    first, second = (client.post("/en/services", data=form) for _ in range(2))

    copy = Service.get(Service.id != service.id)
    assert first.location == second.location == f"{home}-2/upkeep?done=copied"
    assert Service.select().count() == 2
    assert states(copy) == {"en": "draft"}
    assert (copy.phone, copy.checked_on) == ("019 1", None)
    assert (ServiceLaw.select().count(), ServiceCode.select().count()) == (2, 2)
    assert OpeningHours.select().count() == 10
    assert opened(client, f"{home}-2/facts").getlist("pick_tags_area") == ["harju"]


def test_copy_of_a_national_description_is_ones_own(app):
    national = make_service("Debt advice", origin="national")
    ours = make_organisation("ours")
    client = sign_in(app, make_user(Role.EDITOR, organisation=ours.id))

    response = client.post("/en/services", data={"copy_of": national.slug})

    assert client.get(response.location).status_code == 200
    assert Service.get(Service.id != national.id).organisation == ours.id


def test_copy_of_what_others_keep_is_refused(app):
    service = make_service()
    ours = make_organisation("ours")
    client = sign_in(app, make_user(Role.EDITOR, organisation=ours.id))

    response = client.post("/en/services", data={"copy_of": service.slug})

    assert response.status_code == 403
    assert Service.select().count() == 1


def test_card_is_marked_as_read_today(client):
    service = make_service()

    client.post(f"/en/services/{service.slug}/checks")

    assert Service.get_by_id(service.id).checked_on == today()


def test_card_leads_its_editors_to_the_editor(client, app):
    service = make_service()
    address = f"/en/services/{service.slug}"

    def leads(some):
        soup = BeautifulSoup(some.get(address).data, "html.parser")
        return bool(soup.select(f"a[href='{address}/upkeep']"))

    assert (leads(client), leads(app.test_client())) == (True, False)
