import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.db import today
from portal.directory.actions import DraftEasy, DraftText
from portal.directory.models import TextState
from portal.freshness import drawn
from portal.permissions import Role
from tests.factories import (
    answer_phone,
    give_at,
    make_place,
    make_service,
    make_user,
    sign_in,
)
from tests.soup import page

EASY = DraftEasy("Help with money", "We help you.\nIt is free.\n\n## How?\n\nCall.")
TEXTS = {"fi": DraftText("Apu"), "en": DraftText("Help")}
SWEDISH = DraftEasy("Hjälp", "Vi hjälper.")


def easy(client, service, language="en"):
    return page(client, f"/{language}/services/{service.slug}/easy")


def test_easy_text_stands_with_its_own_date_the_four_lines_and_the_phone(client):
    text = DraftEasy(EASY.name, EASY.body, checked_on=today())
    service = make_service(texts=TEXTS, easy={"en": text}, phone="019 123 4500")
    answer_phone(service, "mon-sun 0:00-24:00")

    soup = easy(client, service)

    assert soup.h1.text == "Help with money"
    assert soup.select_one(".is-easy h2").text == "How?"
    assert soup.select_one(".is-easy p").text == "We help you.\nIt is free."
    assert len(soup.select("dl.four dt")) == 5
    assert soup.select_one(".panel .button")["href"] == "tel:0191234500"
    assert "Answers round the clock" in soup.select_one(".panel").text
    assert "Checked today" in soup.select_one("article footer").text


def test_easy_text_that_is_missing_is_said_and_the_others_are_offered(client):
    service = make_service(texts=TEXTS, easy={"sv": SWEDISH})

    soup = easy(client, service)

    assert soup.h1.text == "Help"
    assert "There is no easy-language text in English yet." in soup.text
    assert "Vi hjälper." not in soup.text
    (link,) = soup.select("article nav.chips a[hreflang]")
    assert (link.text, link["lang"]) == ("På lättläst", "sv")
    assert link["href"] == f"/sv/services/{service.slug}/easy"
    assert soup.select(".crumbs + .wrap nav a")[0]["href"].endswith(service.slug)


def test_card_leads_to_its_easy_text_in_this_language_only(client):
    service = make_service(texts=TEXTS, easy={"en": EASY})

    found = [
        [
            a["href"]
            for a in page(client, f"/{code}/services/{service.slug}").select(
                "article header .chips a"
            )
        ]
        for code in ("en", "fi")
    ]

    assert found == [
        [f"/en/services/{service.slug}", f"/en/services/{service.slug}/easy"],
        [],
    ]


def test_easy_draft_is_for_editors(app, client):
    draft = DraftEasy("Draft", "Not yet", state=TextState.DRAFT)
    service = make_service(texts=TEXTS, easy={"en": draft})
    editor = sign_in(app, make_user(Role.EDITOR))

    assert "Not yet" not in easy(client, service).text
    assert "Not yet" in easy(editor, service).text
    assert "Only those who edit cards see it." in easy(editor, service).text


@pytest.mark.parametrize(("sensitive", "title"), [(True, "Service"), (False, "Safe")])
def test_easy_page_of_a_sensitive_service_leaves_no_trace(client, sensitive, title):
    service = make_service(
        "Safe", sensitive=sensitive, easy={"en": DraftEasy("Safe", "")}
    )

    response = client.get(f"/en/services/{service.slug}/easy")

    soup = BeautifulSoup(response.text, "html.parser")
    assert soup.title.text == f"{title} – Verstas"
    assert (response.headers["Cache-Control"] == "no-store") is sensitive
    assert bool(soup.select("a.leave")) is sensitive


def test_easy_page_asks_the_database_six_times(client):
    """The versions of directory and vocabulary; the texts with the service, easy
    texts, places, weekly hours, days that differ."""
    service = make_service(texts=TEXTS, easy={"en": EASY}, phone="019 123 4500")
    give_at(make_place(), service)
    easy(client, service)
    drawn.pages.clear()

    with count_queries() as queries:
        easy(client, service)

    assert queries.count == 6


def test_easy_page_of_nothing_is_not_found(client):
    assert client.get("/en/services/none/easy").status_code == 404
