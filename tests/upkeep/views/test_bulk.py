from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.db import today
from portal.directory.actions import DraftText
from portal.directory.models import Service, ServiceText, TextState
from portal.permissions import Role
from tests.factories import make_service, make_team, make_user, sign_in
from tests.soup import page
from tests.upkeep.editors import editor, filled, opened

ADDRESS = "/en/upkeep/services"
UNDO = "main [role=status] form"


@pytest.fixture
def client(app):
    return editor(app)


def names(client, query=""):
    soup = page(client, f"{ADDRESS}{query}")
    return [tag.text for tag in soup.select("ul.rows label b")]


def act(client, wanted, *services, **more):
    slugs = [service.slug for service in services]
    return client.post(ADDRESS, data={"wanted": wanted, "service": slugs, **more})


def said(response):
    soup = BeautifulSoup(response.data, "html.parser")
    notice = soup.select_one("main [role=status] p")
    return " ".join(notice.text.split())


def undo(client, response):
    changed = filled(response, UNDO).getlist("changed")
    return client.post(ADDRESS, data={"wanted": "restored", "changed": changed})


def test_list_is_narrowed_by_links(client):
    fi = {"fi": DraftText("Vain suomeksi")}
    draft = {"en": DraftText("Half done", state=TextState.DRAFT)}
    make_service(texts=fi, checked_on=today())
    make_service(texts=draft, checked_on=today() - timedelta(days=400))
    make_service("Never checked")

    assert names(client) == ["Never checked", "Half done", "Vain suomeksi"]
    assert names(client, "?state=draft") == ["Half done"]
    assert names(client, "?missing=en") == ["Half done", "Vain suomeksi"]
    assert names(client, "?state=draft&missing=fi") == ["Half done"]
    assert names(client, "?state=lost&missing=xx&page=9") == names(client)
    soup = page(client, f"{ADDRESS}?state=draft")
    assert [a.text for a in soup.select(".chips a[aria-current]")] == ["Draft", "All"]


def test_partner_sees_own_services_only(app):
    team = make_team()
    make_service("Others’")
    ours = make_service("Ours", organisation=team.organisation)
    client = sign_in(app, make_user(Role.EDITOR, organisation=team.organisation))

    assert names(client) == ["Ours"]
    response = act(client, "checked", *Service.select())
    assert said(response).startswith("1 service marked as checked today.")
    assert Service.get_by_id(ours.id).checked_on == today()


def test_list_asks_the_same_whatever_its_length(client):
    make_service("A")
    client.get(ADDRESS)

    def asked():
        with count_queries() as queries:
            assert client.get(ADDRESS).status_code == 200
        return queries.count

    one = asked()
    for name in "BC":
        make_service(name)
    client.get(ADDRESS)
    # sign-in, its roles, the version of the directory, teams to move to, the count,
    # the services, their texts, notices
    assert (one, asked()) == (8, 8)


def test_checked_and_undone(client):
    before = today() - timedelta(days=90)
    services = [make_service(checked_on=before), make_service(checked_on=today())]

    response = act(client, "checked", *services)

    assert said(response).startswith(
        "1 service marked as checked today. 1 was so already."
    )
    assert {s.checked_on for s in Service.select()} == {today()}
    back = undo(client, response)
    assert said(back) == "1 service is as it was."
    assert [s.checked_on for s in Service.select().order_by(Service.id)] == [
        before,
        today(),
    ]


def test_archived_and_undone(client, app):
    service = make_service(
        "Help", texts={"en": DraftText("Help"), "fi": DraftText("A")}
    )

    response = act(client, "archived", service)

    assert {text.state for text in ServiceText.select()} == {TextState.ARCHIVED}
    assert app.test_client().get(f"/en/services/{service.slug}").status_code == 404
    undo(client, response)
    assert {text.state for text in ServiceText.select()} == {TextState.PUBLISHED}


def test_moved_to_another_team_with_its_organisation(client):
    team, services = make_team(en="New team"), [make_service(), make_service()]

    response = act(client, "moved", *services, team=team.code)

    assert said(response).startswith("2 services moved to the team.")
    found = {(s.team, s.organisation) for s in Service.select()}
    assert found == {(team.id, team.organisation.id)}


def test_undo_leaves_alone_what_somebody_has_changed_since(client):
    service, other = make_service("Help"), make_service("Other")
    response = act(client, "archived", service, other)
    address = f"/en/services/{service.slug}/facts"
    client.post(address, data=opened(client, address, phone="019 5"))

    back = undo(client, response)

    assert said(back) == (
        "1 service is as it was. Somebody has changed these since, so they were left "
        "alone: help"
    )
    assert Service.get_by_id(service.id).phone == "019 5"
    assert {t.name: t.state.value for t in ServiceText.select()} == {
        "Help": "archived",
        "Other": "published",
    }


@pytest.mark.parametrize(
    ("wanted", "more", "sentence"),
    [
        ("checked", {}, "Choose at least one service"),
        ("moved", {"service": "help"}, "Choose the team to move to"),
        ("moved", {"service": "help", "team": "nobody"}, "Choose the team to move to"),
    ],
)
def test_nothing_chosen_is_told(client, wanted, more, sentence):
    make_service("Help")

    response = client.post(ADDRESS, data={"wanted": wanted, **more})

    assert response.status_code == 422
    assert sentence in response.text


@pytest.mark.parametrize("changed", ["x", "help", "help:1", "help:a:b", "none:1:2"])
def test_undo_that_cannot_be_read_undoes_nothing(client, changed):
    make_service("Help")

    response = client.post(ADDRESS, data={"wanted": "restored", "changed": changed})

    assert said(response) == "0 services are as they were."


def test_unknown_wish_is_refused(client):
    assert act(client, "destroyed", make_service()).status_code == 422
