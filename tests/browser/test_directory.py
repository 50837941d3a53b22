"""A resident finds help: home, search, a filter, a card, another language, back."""

import re
from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import WITH_AND_WITHOUT_JAVASCRIPT, Visit

pytestmark = pytest.mark.browser

WORDS = {"fi": "vuokra", "sv": "hyra", "en": "rent"}
OTHER = {"fi": "sv", "sv": "en", "en": "fi"}


def count(text: str) -> int:
    return int(re.search(r"\d+", text)[0])


@pytest.mark.parametrize(
    ("language", "width", "javascript"),
    [
        *product(("fi", "sv", "en"), [390], [True, False]),
        ("fi", 1280, True),
    ],
)
def test_resident_finds_a_service_in_own_words(
    visit: Visit, language: str, width: int, *, javascript: bool
) -> None:
    resident = visit(language, javascript=javascript, width=width)
    page = resident.go("").page

    resident.find("main [role=search] input[name=q]").fill(WORDS[language])
    resident.find("main [role=search] button").click()
    page.wait_for_url("**/services?q=*")
    found = count(resident.heading)
    summary = resident.find(".facets summary")
    if summary.is_visible():
        summary.click()
    choice = resident.find(".facets label.check:has(input[name=theme])").first
    promised = count(choice.locator(".num").inner_text())
    theme = choice.locator("input").get_attribute("value")
    choice.locator("input").check()
    resident.find(".facets button").click()
    page.wait_for_url(f"**theme={theme}*")
    narrowed_to = page.url
    narrowed = count(resident.heading)
    first = resident.find("#results .rows h3 a").first
    name = first.inner_text()
    first.click()
    page.wait_for_url(re.compile("/services/[a-z0-9-]+$"))

    assert 0 < narrowed <= found
    assert narrowed == promised
    assert parse_qs(urlsplit(narrowed_to).query) == {
        "q": [WORDS[language]],
        "theme": [theme],
    }
    assert resident.heading == name
    assert resident.find(".four > div:not(.but) dd").count() == 4

    card = resident.here
    other = OTHER[language]
    resident.find(f"header .tools a[hreflang={other}]").click()
    page.wait_for_url(f"**/{other}/services/*")

    assert urlsplit(page.url).path == f"/{other}/{card}"
    assert resident.find("html").get_attribute("lang") == other

    page.go_back()
    page.go_back()

    assert page.url == narrowed_to
    assert resident.find("#results .rows h3 a").first.inner_text() == name


@WITH_AND_WITHOUT_JAVASCRIPT
def test_switching_language_keeps_page_and_query(
    visit: Visit, *, javascript: bool
) -> None:
    resident = visit("fi", javascript=javascript)
    resident.go("services?q=vuokra&theme=home&theme=money")

    resident.find("header .tools a[hreflang=sv]").click()
    resident.page.wait_for_url("**/sv/services*")

    asked = urlsplit(resident.page.url)
    assert asked.path == "/sv/services"
    assert parse_qs(asked.query) == {"q": ["vuokra"], "theme": ["home", "money"]}


@WITH_AND_WITHOUT_JAVASCRIPT
def test_a_search_that_finds_nothing_offers_a_way_on(
    visit: Visit, *, javascript: bool
) -> None:
    resident = visit(javascript=javascript).go("services?q=xqzwvk")

    resident.find("#results .nothing a.button").click()
    resident.page.wait_for_url("**/en/")

    assert resident.find(".doors a").count() > 0
