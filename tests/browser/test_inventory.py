"""An inventory from its first question to the grid on paper."""

import re
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, Route

from tests.bench.inventories import filled
from tests.browser import staff
from tests.browser.conftest import Visit
from tests.browser.inventories import answer_link
from tests.browser.people import Person
from tests.conftest import put_back

pytestmark = pytest.mark.browser

WHO, HOW = "Kuka vastaa puhelimeen?", "Miten jono hoidetaan?"
QUESTIONS, AREAS = 40, 25
WIDE_SHEET = {"width": 1047, "height": 718}
"""A4 on its side without its margins."""
CUT = """() => [...document.querySelectorAll(".on-paper th, .on-paper td")]
  .filter(cell => cell.scrollWidth > cell.clientWidth + 1
    || cell.getBoundingClientRect().right > innerWidth)
  .map(cell => cell.textContent.trim())"""


def add_question(coordinator: Person, words: str, options: str) -> None:
    coordinator.find("[name=words_fi]").fill(words)
    coordinator.find("[name=options_fi]").fill(options)
    coordinator.find("main .panel form button").click()
    coordinator.find("main ol.rows li", has_text=words).wait_for()


def test_answers_come_by_a_link_and_stand_in_the_grid(visit: Visit) -> None:
    coordinator = visit("fi", javascript=False).sign_in(staff.COORDINATOR)
    coordinator.go("inventories/new").find("[name=title_fi]").fill("Puhelin ja jono")
    coordinator.find("main form button").click()
    slug = coordinator.here.split("/")[1]
    add_question(coordinator, WHO, "Työntekijä\nVaihde")
    add_question(coordinator, HOW, "Soitetaan takaisin\nOdotetaan")
    coordinator.go(f"inventories/{slug}/respondents")
    coordinator.find("[name=pick_area]").select_option("niemi")
    coordinator.find("main .panel form button").click()
    coordinator.find("button[name=state][value=asking]").click()
    respondent = visit("fi", javascript=False)
    respondent.go(f"inventories/{answer_link(coordinator, slug)}")

    who = respondent.find("section.panel", has_text=WHO)
    who.get_by_label("Vaihde").check()
    who.get_by_role("button").click()
    respondent.page.wait_for_url("**saved=*")
    assert who.get_by_label("Vaihde").is_checked()
    how = respondent.find("section.panel", has_text=HOW)
    how.get_by_label("Soitetaan takaisin").check()
    how.locator("textarea").fill("Samana päivänä.")
    respondent.find("button[name=done][value='1']").click()
    respondent.find("main .notice.is-ok").first.wait_for()

    coordinator.go(f"inventories/{slug}")
    cells = [cell.inner_text() for cell in coordinator.find("table.cells td").all()]
    assert cells == ["Vaihde", "Soitetaan takaisin\xa0…"]


def test_twenty_five_municipalities_and_forty_questions_fit_on_paper(
    app: Flask, browser: Browser
) -> None:
    client = app.test_client()
    page = browser.new_page(viewport=WIDE_SHEET)

    def give(route: Route) -> None:
        parts = urlsplit(route.request.url)
        with client.get(f"{parts.path}?{parts.query}") as got:
            how = {"status": got.status_code, "headers": dict(got.headers)}
            route.fulfill(body=got.data, **how)

    page.route("**/*", give)
    with put_back():
        slug = filled(QUESTIONS, AREAS).slug
        page.goto(f"http://portal.example/fi/inventories/{slug}/paper")
    page.emulate_media(media="print")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    heads = [
        table.locator("thead th").count() for table in page.locator(".on-paper").all()
    ]
    cut = page.evaluate(CUT)
    page.close()

    assert heads == [7, 7, 7, 8]
    assert sheets >= len(heads)
    assert cut == []
