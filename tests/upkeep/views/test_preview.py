import pytest
from bs4 import BeautifulSoup

from portal.directory.models import Service, ServiceText, ServiceVersion
from tests.factories import give_at, make_place, make_service
from tests.upkeep.editors import editor, filled, opened

HTMX = {
    "HX-Request": "true",
    "HX-Target": "div#preview",
    "HX-Request-Type": "partial",
}


@pytest.fixture
def service():
    service = make_service("Debt advice")
    give_at(make_place(slug="hub"), service, "mon-fri 9:00-11:00")
    return service


@pytest.fixture
def home(service):
    return f"/en/services/{service.slug}"


@pytest.fixture
def client(app):
    return editor(app)


def previewed(client, address, headers=None, **changes):
    form = opened(client, address, wanted="preview", **changes)
    return client.post(address, data=form, headers=headers)


def test_preview_shows_the_card_and_saves_nothing(client, home):
    response = previewed(client, f"{home}/text/en", name="Help", lead="**No** debts")

    soup = BeautifulSoup(response.data, "html.parser")
    assert soup.select_one("#preview h3").text == "Help"
    assert soup.select_one("#preview .lead").text == "**No** debts"
    assert filled(response, "#part")["lead"] == "**No** debts"
    assert ServiceText.get().name == "Debt advice"
    assert ServiceVersion.select().count() == 0
    assert client.get(home).text.count("Help</h1>") == 0


def test_preview_of_a_draft_is_in_its_own_language(client, home):
    response = previewed(client, f"{home}/text/fi", name="Velkaneuvonta")

    soup = BeautifulSoup(response.data, "html.parser")
    assert soup.select_one("#preview [lang=fi] h3").text == "Velkaneuvonta"
    assert soup.html["lang"] == "en"
    assert ServiceText.select().count() == 1


@pytest.mark.parametrize(
    ("part", "changes", "words"),
    [
        ("facts", {"phone": "040 77 88"}, "040\u00a077\u00a088"),
        ("hours", {"hours-hub": "sat 10-12"}, "Sat 10–12"),
        ("places", {"note_en-hub": "Second floor"}, "Second floor"),
        (
            "channels",
            {
                "pick_kind-new1": "chat",
                "contact-new1": "https://c.example",
                "name_en-new1": "Night chat",
            },
            "Night chat",
        ),
    ],
)
def test_preview_draws_every_part(client, service, part, changes, words):
    home = f"/en/services/{service.slug}"
    response = previewed(client, f"{home}/{part}", **changes)

    soup = BeautifulSoup(response.data, "html.parser")
    assert words in soup.select_one("#preview").text
    assert Service.get_by_id(service.id).edition == 1
    assert words not in client.get(home).text


def test_preview_of_broken_input_says_what_to_mend(client, home):
    response = previewed(client, f"{home}/hours", **{"hours-hub": "whenever"})

    assert response.status_code == 422
    assert filled(response)["hours-hub"] == "whenever"


def test_htmx_gets_the_preview_alone(client, home):
    response = previewed(client, f"{home}/text/en", HTMX, name="Help")

    soup = BeautifulSoup(response.data, "html.parser")
    assert [tag.get("id") for tag in soup.find_all(recursive=False)] == ["preview"]
    assert soup.select_one("h3").text == "Help"
    broken = previewed(client, f"{home}/text/en", HTMX, name="")
    alert = BeautifulSoup(broken.data, "html.parser").select_one(
        "#preview [role=alert]"
    )
    assert (alert.a["href"], alert.a.text) == ("#name", "Give the service a name")
