from tests.factories import make_service
from tests.soup import page


def names(soup):
    return [link.text for link in soup.select("#results ul.rows h3 a")]


def test_paging_shows_twenty_and_then_the_rest(client):
    for number in range(1, 24):
        make_service(f"Service {number:02}")

    first, second = page(client, "/en/services"), page(client, "/en/services?page=2")

    assert names(first) == [f"Service {number:02}" for number in range(1, 21)]
    assert names(second) == ["Service 21", "Service 22", "Service 23"]
    assert first.select_one("[rel=next]")["href"] == "/en/services?page=2"
    assert second.select_one("[rel=prev]")["href"] == "/en/services?page=1"


def test_page_number_amiss_shows_the_nearest_page(client):
    for number in range(1, 22):
        make_service(f"Service {number:02}")

    for written in ("0", "-1", "abc", "", "1.5", "²"):
        assert names(page(client, f"/en/services?page={written}"))[0] == "Service 01"
    for written in ("2", "3", "999999", "9" * 5000):
        assert names(page(client, f"/en/services?page={written}")) == ["Service 21"]


def test_paging_keeps_the_question_and_the_filters(client):
    for number in range(21):
        make_service(f"Money {number}", "theme:money")

    soup = page(client, "/en/services?q=money&theme=money&page=1")

    assert soup.select_one("[rel=next]")["href"] == (
        "/en/services?q=money&theme=money&page=2"
    )
