"""What the page of services says of a question."""

from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.directory.actions import DraftText
from portal.directory.models import UnmetNeed, UnmetSource
from portal.vocabulary.actions import ConceptDraft, store_concept
from tests.factories import make_concept, make_service
from tests.soup import page


def names(soup):
    return [link.text for link in soup.select("#results ul.rows h3 a")]


def options(client, beginning, language="en"):
    response = client.get(f"/{language}/services/suggestions", query_string=beginning)
    soup = BeautifulSoup(response.text, "html.parser")
    assert response.status_code == 200
    assert [tag.name for tag in soup.find_all()] == ["option"] * len(soup("option"))
    return [(tag["value"], tag.get("lang")) for tag in soup("option")]


def test_words_that_were_looked_for_are_marked_in_the_rows(client):
    make_service(texts={"en": DraftText("Rent help", "Rents & homes. <b>Rent</b>")})

    row = page(client, "/en/services?q=rent").select_one("#results ul.rows li")

    assert [mark.text for mark in row.h3("mark")] == ["Rent"]
    assert [mark.text for mark in row.p("mark")] == ["Rents", "Rent"]
    assert row.p.text == "Rents & homes. <b>Rent</b>"


def test_title_that_looks_like_a_script_is_text_in_rows_and_suggestions(client):
    name = "<script>rent</script> \"'"
    make_service(name)

    soup = page(client, "/en/services?q=rent")

    assert names(soup) == [name]
    assert soup.select("main script") == []
    assert options(client, {"q": "rent"}) == [(name, None)]


def test_question_that_was_meant_is_one_click_away_with_the_filters(client):
    make_service("Budget help", "theme:money")

    soup = page(client, "/en/services?q=budgat&theme=money")

    link = next(a for a in soup.select("main a") if a.text == "budget")
    assert link.parent.text.split() == ["Did", "you", "mean", "budget?"]
    assert link["href"] == "/en/services?theme=money&q=budget"
    assert "Did you mean" not in page(client, link["href"]).text


def test_answers_that_are_not_sure_say_so_and_give_the_phone(client):
    make_service(
        texts={"en": DraftText("Swimming", description="On some far journey.")}
    )
    for number in range(8):
        make_service(f"Other{number}")
    make_service("Debt advice")

    unsure = page(client, "/en/services?q=blorp+journey+qwerty+zyxx")
    sure = page(client, "/en/services?q=debt+advice")

    assert names(unsure) == ["Swimming"]
    notice = unsure.select_one("#results .notice")
    assert "We are not sure that these answer you." in notice.text
    assert notice.a["href"] == "tel:0191234500"
    assert sure.select("#results .notice") == []
    assert page(client, "/en/services").select("#results .notice") == []


def test_suggestions_are_titles_in_the_language_of_the_page(client):
    make_service(
        texts={"fi": DraftText("Velkaneuvonta"), "en": DraftText("Debt advice")}
    )
    make_service(texts={"fi": DraftText("Velkajärjestely")})

    assert options(client, {"q": "velkan"}, "en")[0] == ("Debt advice", None)
    assert options(client, {"q": "velkan"}, "fi")[0] == ("Velkaneuvonta", None)
    assert options(client, {"q": "velkaj"}, "en")[0] == ("Velkajärjestely", "fi")


def test_suggestions_need_three_letters_and_no_more_than_a_question(client):
    make_service("Rent")

    assert options(client, {"q": "ren"}) == [("Rent", None)]
    for beginning in ("", "r", "re", "  r e", "rent " + "x" * 200, "?!?", "<>&\"'"):
        assert options(client, {"q": beginning}) == []
    assert options(client, {}) == []


def test_suggestions_are_few_and_name_each_title_once(client):
    for number in range(9):
        make_service(f"Rent {number}")
        make_service(f"Rent {number}", twin_key=f"test:rent {number}")

    found = options(client, {"q": "rent"})

    assert found == [(f"Rent {number}", None) for number in range(7)]


def test_suggestions_hold_no_draft_and_no_search_only_word(client):
    make_concept("rent debt", hidden="skintword", code="rent-debt")
    make_service(texts={"en": DraftText("Rent debt help")})
    make_service(texts={"en": DraftText("Rent draft", state="draft")})

    assert options(client, {"q": "rent"}) == [("Rent debt help", None)]
    assert options(client, {"q": "skintword"}) == [("Rent debt help", None)]


def test_search_only_words_find_and_are_shown_on_no_page(client):
    words = {"en": ["eviction"], "fi": ["häätö"]}
    hidden = {"en": ["kickedoutword"], "fi": ["pihallesana"]}
    store_concept("eviction", ConceptDraft(words, hidden))
    service = make_service(
        texts={"en": DraftText("Eviction help"), "fi": DraftText("Apua häätöön")}
    )

    for secret in ("kickedoutword", "pihallesana"):
        found = client.get(f"/en/services?q={secret}").text
        assert 'href="/en/services/eviction-help"' in found
        for address in (
            "/en/services?q=eviction",
            "/en/services?q=kickedoutwerd",
            "/fi/services?q=pihallesanb",
            "/en/services",
            f"/en/services/{service.slug}",
            "/en/services/suggestions?q=evic",
            "/fi/services/suggestions?q=pihalles",
            "/en/",
        ):
            assert secret not in client.get(address).text


def test_zero_results_count_an_unmet_need_once_for_each_visitor(client):
    make_service("Rent", "theme:money")

    for _ in range(3):
        client.get("/en/services?q=xyzzy")

    assert [(row.count, row.source, row.term) for row in UnmetNeed.select()] == [
        (1, UnmetSource.NOTHING_FOUND, "")
    ]


def test_what_filters_leave_out_is_no_unmet_need(client):
    make_service("Rent", "theme:money")

    client.get("/en/services?q=rent&theme=work")
    client.get("/en/services?theme=work")
    client.get("/en/services?q=rent")

    assert UnmetNeed.select().count() == 0


def test_list_asks_the_database_alike_however_long_it_is(client):
    """The versions of all that a search hangs on; where the words stand; the texts of
    the rows."""
    asked = []
    for number in range(25):
        make_service(f"Bread {number}", "theme:money area:harju")
        if number in {0, 2, 24}:
            client.get("/en/services?q=bread")
            for address in ("/en/services?q=bread&page=1", "/en/services?page=1"):
                with count_queries() as counted:
                    assert client.get(address).status_code == 200
                asked.append(counted.count)

    assert asked == [3, 2] * 3
