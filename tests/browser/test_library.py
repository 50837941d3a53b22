"""The library of practices: one is found, described by two, taken in use, asked about
and mended by a reader."""

from urllib.parse import parse_qs, urlsplit

import pytest

from portal.db import today
from tests.browser import staff
from tests.browser.conftest import Visit
from tests.browser.describing import begin
from tests.browser.library import LIBRARY, PARTNER, RESIDENT, review_link
from tests.browser.people import Person

pytestmark = pytest.mark.browser

LEAD, PROBLEM = "Soitamme ennen kuin kirje lähtee.", "Kirje tuli, kukaan ei selittänyt."
HOW = "- Työntekijä soittaa.\n- Kirje lähtee vasta sitten."
COST = "Kaksi tuntia viikossa."
AREA, CHANGED, WHY = "koskela", "Vain tiistaisin.", "Tila meni muuhun käyttöön."


def save(editor: Person, **words: str) -> None:
    for name, text in words.items():
        editor.find(f"[name={name}]").fill(text)
    editor.find("button[value=saved]").click()


def test_two_editors_describe_a_practice_and_nothing_is_lost(visit: Visit) -> None:
    first = visit("fi", javascript=False).sign_in(staff.EDITOR)
    slug = begin(first, "Soitto ennen kirjettä", LEAD, PROBLEM)
    text = f"practices/{slug}/edition/text/fi"

    first.go(text).find("[name=how]").fill(HOW)
    first.find("button[value=preview]").click()
    assert first.find("#preview li").first.inner_text() == "Työntekijä soittaa."
    save(first)
    first.page.wait_for_url("**/edition?**")
    first.find("form button[name=state][value=published]").click()
    first.page.wait_for_url("**done=published*")
    second = visit("fi").sign_in(staff.COORDINATOR).go(text)
    first.go(text)
    save(first, lead="Soitamme aina ensin.", cost=COST)
    first.page.wait_for_url("**/edition?**")
    save(second, lead="Soitamme ja kysymme.", tips="Varaa hiljainen huone.")
    second.find("[name=pick_take-lead][value=own]").check()
    second.find("main form [name=lead]").fill("Soitamme aina ensin ja kysymme.")
    second.find("main form button").click()
    second.page.wait_for_url("**/edition?**")

    reader = visit("fi", javascript=False).go(f"practices/{slug}")
    shown = reader.find("main").inner_text()
    for words in ("Soitamme aina ensin ja kysymme.", PROBLEM, COST, "hiljainen huone"):
        assert words in shown
    assert reader.go(f"practices/{slug}/versions").find("ol.line > li").count() == 3


def test_a_partner_says_that_they_use_it_and_a_year_later_that_it_stopped(
    visit: Visit,
) -> None:
    partner = visit("fi").sign_in(PARTNER).go(LIBRARY)
    partner.find("main a[href$='/applications/new']").first.click()
    partner.find("[name=pick_area]").select_option(AREA)
    partner.find("[name=note]").fill(CHANGED)
    partner.find("main form button").click()
    partner.page.wait_for_url("**/applications?**")
    row = partner.find("tr", has_text=CHANGED)
    told = int(row.get_attribute("id").removeprefix("application-"))
    year_later = visit("fi", javascript=False)
    year_later.go(review_link(told, 1)).find("button[value=right]").click()
    year_later.find("main [role=status]").wait_for()
    year_later.go(review_link(told, 2)).find("summary").last.click()
    year_later.find("[name=until]").fill(f"{today():%Y-%m}")
    year_later.find("button[value=stopped]").click()
    year_later.find(".error-summary").wait_for()
    year_later.find("[name=stopped]").fill(WHY)
    year_later.find("button[value=stopped]").click()
    year_later.find("main [role=status]").wait_for()

    partner.go(f"{LIBRARY}/applications")
    assert WHY in partner.find(f"#application-{told}").inner_text()


def test_what_a_resident_asks_and_suggests_is_answered(visit: Visit) -> None:
    ask, answer = "Saako mukaan ottaa ystävän?", "Saa, ja moni ottaakin."
    why = "Näin kukaan ei jää ulos"
    resident = visit("fi").sign_in(RESIDENT).go(f"{LIBRARY}/questions")
    moderator = visit("fi").sign_in(staff.READER)

    resident.find("#ask [name=body]").fill(ask)
    resident.find("#ask [name=pick_users]").check()
    resident.find("#ask button").click()
    resident.find("main [role=status]").wait_for()
    staff.publish(moderator, ask)
    user = visit("fi").sign_in(staff.EDITOR).go(f"{LIBRARY}/questions")
    user.find("main h3 a", has_text=ask).click()
    user.find("#answering [name=body]").fill(answer)
    user.find("#answering button").click()
    user.find("main [role=status]").wait_for()
    staff.publish(moderator, answer)
    resident.go(f"{LIBRARY}/questions").find("main h3 a", has_text=ask).click()
    resident.find("#answers button", has_text=answer).click()
    resident.find("#answers .badge.is-open").wait_for()

    resident.go(f"{LIBRARY}/suggestions/new").find("[name=why]").fill(why)
    kept = resident.find("[name=not_for]").input_value()
    resident.find("[name=tips]").fill("Ota ystävä mukaan.")
    resident.find("[name=not_for]").fill("Ei kiireiseen asiaan.")
    resident.find("main form button").last.click()
    resident.find("main [role=status]").wait_for()
    staff.publish(moderator, why)
    user.go(f"{LIBRARY}/suggestions").find("main h2 a", has_text=why).click()
    user.find("section", has_text="Ei kiireiseen").get_by_role("checkbox").uncheck()
    user.find("button[value=taken]").click()
    user.find("main .notice.is-ok").wait_for()
    shown = visit("fi").go(LIBRARY).find("main").inner_text()

    assert "Ota ystävä mukaan." in shown
    assert "Ei kiireiseen asiaan." not in shown
    assert kept in shown


def test_a_question_in_own_words_leads_to_three_side_by_side_and_back(
    visit: Visit,
) -> None:
    worker = visit("fi", width=1280).go("practices")

    worker.find("main [role=search] input[name=q]").fill("velkoja eikä rahaa vuokraan")
    worker.find("main [role=search] button").click()
    worker.page.wait_for_url("**q=*")
    worker.find(".facets [name=theme]").first.check()
    worker.find(".facets button").click()
    worker.page.wait_for_url("**theme=*")
    boxes = worker.find("#results .rows [name=practice]")
    chosen = [boxes.nth(number).get_attribute("value") for number in range(3)]
    for number in range(3):
        boxes.nth(number).check()
    narrowed = worker.page.url
    worker.find(".compare-bar button").click()
    worker.page.wait_for_url("**/comparison?*")
    columns = worker.find("thead .column-name a").count()
    worker.page.go_back()
    worker.find("#results .rows").wait_for()

    assert columns == len(chosen)
    assert worker.page.url == narrowed
    assert parse_qs(urlsplit(narrowed).query)["q"] == ["velkoja eikä rahaa vuokraan"]
    assert [box.is_checked() for box in boxes.all()[:3]] == [True] * 3
