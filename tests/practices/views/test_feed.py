from datetime import datetime
from xml.etree import ElementTree as ET

from playhouse.test_utils import count_queries

from portal.practices.actions.creating import PracticeDraftText, create
from portal.practices.models import Stage
from portal.vocabulary.queries import vocabulary
from tests.factories import make_practice

ATOM = "{http://www.w3.org/2005/Atom}"


def make(name, hour, theme="", **texts):
    at = datetime(2026, 3, 3, hour)  # noqa: DTZ001  as it is stored
    words = vocabulary().of("theme")
    return create(
        {
            "slug": name.lower(),
            "stage": Stage.IDEA,
            "published_at": at,
            "updated_at": at.replace(minute=30),
        },
        texts or {"en": PracticeDraftText(name, "In short & <well>")},
        [words[theme]] if theme else [],
        [],
    )


def feed(client, address="/en/practices.atom"):
    response = client.get(address)
    assert response.status_code == 200
    assert response.mimetype == "application/atom+xml"
    return ET.fromstring(response.data)  # noqa: S314  our own


def titles(root):
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


def test_feed_tells_what_is_new_and_changed(client):
    practice = make("Desk", 9)

    root = feed(client)

    entry = root.find(f"{ATOM}entry")
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}id") == "tag:localhost,2026:practices/en"
    assert root.findtext(f"{ATOM}updated") == "2026-03-03T09:30:00+00:00"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Verstas"
    assert [link.attrib["href"] for link in root.findall(f"{ATOM}link")] == [
        "http://localhost/en/practices.atom",
        "http://localhost/en/practices",
    ]
    assert {
        part.tag.removeprefix(ATOM): part.text or part.attrib["href"] for part in entry
    } == {
        "id": f"tag:localhost,2026:practices/{practice.id}/en",
        "title": "Desk",
        "updated": "2026-03-03T09:30:00+00:00",
        "published": "2026-03-03T09:00:00+00:00",
        "link": "http://localhost/en/practices/desk",
        "summary": "In short & <well>",
    }


def test_feed_of_a_theme_has_its_own_practices_and_its_own_name(client):
    make("Money", 9, "money")
    make("Home", 10, "home")

    every, some = feed(client), feed(client, "/en/practices.atom?theme=money")

    assert titles(every) == ["Home", "Money"]
    assert titles(some) == ["Money"]
    assert some.findtext(f"{ATOM}id") == "tag:localhost,2026:practices/en/money"
    assert client.get("/en/practices.atom?theme=none").status_code == 404


def test_feed_says_the_language_of_each(client):
    make("Desk", 9, sv=PracticeDraftText("Disk"))

    root = feed(client)

    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert root.attrib[language] == "en"
    assert root.find(f"{ATOM}entry").attrib[language] == "sv"
    assert titles(root) == ["Disk"]


def test_feed_of_an_empty_library_is_one(client):
    root = feed(client)

    assert titles(root) == []
    assert root.findtext(f"{ATOM}updated")


def test_feed_of_one_and_of_three_asks_the_database_alike(client):
    """The versions; the rows with their texts."""
    counted = []
    for number in (1, 2):
        for n in range(number):
            make(f"Desk{number}{n}", 9)
        client.get("/en/practices")
        with count_queries() as queries:
            feed(client)
        counted.append(queries.count)

    assert counted == [2, 2]


def test_feed_is_kept_until_something_changes(client):
    make_practice("Desk")
    first = client.get("/en/practices.atom")

    again = client.get(
        "/en/practices.atom", headers={"If-None-Match": first.headers["ETag"]}
    )

    assert again.status_code == 304
