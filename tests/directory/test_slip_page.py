import pytest

from portal.directory.actions import DraftText
from portal.directory.models import TextState
from tests.factories import answer_phone, give_at, make_place, make_service
from tests.soup import page

BOTH = {"fi": DraftText("Apu", bring="Kirjeet"), "sv": DraftText("Hjälp")}


def slip(client, *services, language="en", more=""):
    asked = "&".join(f"service={service.slug}" for service in services)
    return page(client, f"/{language}/slip?{asked}{more}")


def on_paper(soup):
    return [title.text for title in soup.select(".paper h2")]


def test_slip_tells_the_phone_the_hours_the_place_and_what_to_bring(client):
    text = DraftText("Help", bring="Your letters")
    service = make_service(texts={"en": text}, phone="019 123 4500")
    answer_phone(service, "mon-fri 9:00-15:00")
    give_at(make_place(name="Library", street="Street 1"), service, "tue 9:00-11:00")

    paper = slip(client, service).select_one(".paper")

    assert paper.select_one(".big a")["href"] == "tel:0191234500"
    assert "The phone is answered: Mon–Fri 9–15" in paper.text
    assert paper.li.text == "Tue 9–11 Library, Street 1, Harju"
    assert "Your letters" in paper.text
    assert "No names are written on this." in paper.text


def test_slip_bears_a_code_that_leads_to_the_card(client):
    service = make_service()

    paper = slip(client, service).select_one(".paper")

    assert paper.select_one("[role=img] svg.qr")
    assert f"localhost/en/services/{service.slug}" in paper.text


def test_slip_never_tells_where_a_protected_place_is(client):
    service = make_service(sensitive=True)
    hidden = make_place(
        name="Shelter", street="Hidden 1", arrival="Hidden door", protected=True
    )
    give_at(hidden, service, "mon-sun 0:00-24:00")

    soup = slip(client, service)

    assert "The address is not shown. You get it by phone." in soup.text
    assert "Hidden" not in str(soup)


def test_slip_holds_services_in_the_order_asked_for_each_once(client):
    one, two = make_service("One"), make_service("Two")

    assert on_paper(slip(client, two, one, two)) == ["Two", "One"]


def test_slip_is_in_the_language_asked_for_whatever_the_page_speaks(client):
    service = make_service(texts=BOTH)

    soup = slip(client, service, more="&to=sv")

    assert (soup.html["lang"], soup.select_one(".paper")["lang"]) == ("en", "sv")
    assert on_paper(soup) == ["Hjälp"]
    assert soup.select_one(".paper h2").get("lang") is None
    assert f"localhost/sv/services/{service.slug}" in soup.select_one(".paper").text
    assert soup.h1.text == "Take along"


def test_slip_marks_a_text_that_is_not_in_its_language(client):
    soup = slip(client, make_service(texts=BOTH))

    assert soup.select_one(".paper").get("lang") is None
    assert soup.select_one(".paper h2")["lang"] == "fi"
    assert soup.select_one(".paper .prose")["lang"] == "fi"
    assert soup.select_one(".paper .badge").text == "Only in Finnish"


@pytest.mark.parametrize("more", ["&to=xx", "&size=a0", "&to=&size="])
def test_unknown_language_or_size_is_passed_over(client, more):
    soup = slip(client, make_service(), more=more)

    assert soup.body["class"] == ["is-slip", "is-a5"]
    assert soup.select_one(".paper").get("lang") is None


def test_size_of_the_paper_is_kept(client):
    soup = slip(client, make_service(), more="&size=a6")

    assert soup.body["class"] == ["is-slip", "is-a6"]
    assert soup.select_one("#size option[selected]")["value"] == "a6"
    assert soup.select_one("form.search [name=size]")["value"] == "a6"


def test_unknown_and_unpublished_services_are_told_and_left_out(client):
    service = make_service("Known")
    draft = make_service(texts={"en": DraftText("Secret", state=TextState.DRAFT)})

    soup = page(
        client, f"/en/slip?service=%3Cb%3E&service={draft.slug}&service={service.slug}"
    )

    assert on_paper(soup) == ["Known"]
    assert "Not found:" in soup.select_one(".notice").text
    assert f"<b> and {draft.slug}" in soup.select_one(".notice").text
    assert "Secret" not in soup.text


def test_slip_takes_eight_services_and_says_so(client):
    services = [make_service(f"Number {n}") for n in range(9)]

    soup = slip(client, *services)

    assert on_paper(soup) == [f"Number {n}" for n in range(8)]
    assert "Only the first eight are on the slip." in soup.text
    assert "The slip is full." in soup.text


def test_slip_of_nothing_helps_to_pick_a_service(client):
    make_service("Help with rent")

    soup = page(client, "/en/slip")

    assert "Look for a service and put it on the slip." in soup.text
    assert soup.select(".paper") == []
    assert soup.select_one("form.search #q")


def test_another_service_can_be_looked_for_and_added(client):
    one, other = make_service("Rent help"), make_service("Rent advice")

    soup = slip(client, one, more="&q=rent&to=sv")

    carried = [
        (i["name"], i["value"]) for i in soup.select("form.search [type=hidden]")
    ]
    assert carried == [("service", one.slug), ("to", "sv")]
    (link,) = soup.select("aside .rows a:has(.sr):not([href*=q])")[1:]
    assert link["href"] == f"/en/slip?service={one.slug}&service={other.slug}&to=sv"
    assert on_paper(page(client, link["href"])) == ["Rent help", "Rent advice"]


def test_looking_for_what_is_not_there_says_so(client):
    soup = page(client, "/en/slip?q=xqzwvk")

    assert "No service holds these words" in soup.text


def test_service_can_be_taken_away(client):
    one, two = make_service("One"), make_service("Two")

    link = slip(client, one, two).select_one("aside .rows a")

    assert link.text == "Take away: One"
    assert link["href"] == f"/en/slip?service={two.slug}"
