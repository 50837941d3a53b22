import pytest

from portal.directory.actions import DraftText, Law, Mark
from portal.directory.models import Charge, Known, Origin
from tests.factories import (
    make_service,
    make_team,
)
from tests.soup import page

NATIONAL = {"origin": Origin.NATIONAL_DESCRIPTION}


def card(client, service, language="en"):
    return page(client, f"/{language}/services/{service.slug}")


def four(soup):
    """The answers of the four lines; the fifth is the standing exception."""
    return [dd.text.strip() for dd in soup.select("dl.four dd")]


def fact(soup, title):
    dt = next(dt for dt in soup.select("dl.facts dt") if dt.text == title)
    return dt.find_next("dd").text.strip()


def test_card_that_is_not_there_is_not_found(client):
    assert client.get("/en/services/none").status_code == 404


def test_four_lines_are_each_not_known_until_somebody_says(client):
    soup = card(client, make_service())

    assert [dt.text for dt in soup.select("dl.four dt")] == [
        "Is an assessment needed?",
        "Is anything written down?",
        "Is my name asked?",
        "Is anyone told?",
        "Exception",
    ]
    assert four(soup) == [
        *["Not known"] * 4,
        "If a child is in danger, staff must act.",
    ]


@pytest.mark.parametrize("line", [0, 1, 2, 3])
def test_four_lines_are_each_their_own(client, line):
    names = ["assessment", "recorded", "name_asked", "told"]
    answers = dict.fromkeys(names, Known.NO) | {names[line]: Known.UNKNOWN}

    soup = card(client, make_service(**answers))

    expected = ["No"] * 4
    expected[line] = "Not known"
    assert four(soup)[:4] == expected
    assert [
        number
        for number, row in enumerate(soup.select("dl.four > div"))
        if "is-unknown" in row.get("class", [])
    ] == [line]


def test_line_is_told_with_its_note(client):
    texts = {"en": DraftText("A", told="Only if you ask us to.")}

    soup = card(client, make_service(texts=texts, told=Known.YES))

    assert four(soup)[3] == "YesOnly if you ask us to."


def test_card_in_the_language_asked_for_marks_nothing(client):
    texts = {"fi": DraftText("Apu", "Lyhyt"), "en": DraftText("Help", "Short")}

    soup = card(client, make_service(texts=texts))

    assert (soup.h1.text, soup.h1.get("lang")) == ("Help", None)
    assert soup.select("main [lang]") == []
    assert "This is not yet in English." not in soup.text
    assert "Apu" not in soup.text


def test_missing_language_is_said_and_every_other_text_is_marked(client):
    text = DraftText(
        name="Apu",
        summary="Lyhyt",
        description="Pitkä",
        audience="Kaikille",
        cost="Maksaa",
        told="Ei kenellekään",
    )
    service = make_service(texts={"fi": text}, told=Known.NO)

    soup = card(client, service)

    assert "This is not yet in English. Below is the Finnish text." in soup.text
    assert [tag.text.strip() for tag in soup.select("main [lang=fi]")] == [
        "Apu",  # where you are
        "Apu",
        "Lyhyt",
        "Ei kenellekään",
        "Pitkä",
        "Kaikille",
        "Maksaa",
    ]


def test_text_missing_in_one_language_is_not_taken_from_another(client):
    texts = {"fi": DraftText("Apu", description="Pitkä"), "en": DraftText("Help")}

    soup = card(client, make_service(texts=texts))

    assert "Pitkä" not in soup.text


def test_national_description_is_marked_and_its_owner_not_known(client):
    soup = card(client, make_service(**NATIONAL))

    assert "This is a national description." in soup.text
    assert "Owner not known" in soup.text
    assert "Not known when this was last checked" in soup.text


def test_card_of_the_region_names_its_team(client):
    soup = card(client, make_service(team=make_team(fi="Asumisen tiimi")))

    owner = soup.select_one("article footer b")
    assert (owner.text, owner["lang"]) == ("Asumisen tiimi", "fi")
    assert "national description" not in soup.text


def test_cost_is_told_by_its_text_or_else_by_its_kind(client):
    free = make_service(charge=Charge.FREE)
    said = make_service(charge=Charge.CHARGED, texts={"en": DraftText("A", cost="5 e")})

    assert fact(card(client, make_service()), "What it costs") == "Not known"
    assert fact(card(client, free), "What it costs") == "Free of charge"
    assert fact(card(client, said), "What it costs") == "5 e"


def test_markdown_of_a_card_is_safe(client):
    text = "<script>x</script> [a](javascript:x) [b](https://b.example) **c**"

    soup = card(client, make_service(texts={"en": DraftText("A", description=text)}))

    prose = soup.select_one(".prose")
    assert prose.select("script") == []
    assert [a.get("href") for a in prose.select("a")] == [None, "https://b.example"]
    assert prose.strong.text == "c"


def test_laws_and_codes_stand_as_they_were_given(client):
    laws = [
        Law(0, "fi", "Laki", "https://laki.example"),
        Law(0, "sv", "Lag", "https://lag.example"),
        Law(1, "fi", "Asetus", "javascript:x"),
    ]
    codes = [Mark("service-class", "urn:1", "Toimeentulo", "fi")]
    texts = {"fi": DraftText("Apu"), "sv": DraftText("Hjälp")}
    service = make_service(texts=texts, laws=laws, codes=codes)

    def named(language):
        items = card(client, service, language).select("ul.bullets li")
        return [(li.text, li.a and li.a["href"]) for li in items]

    assert named("fi") == [("Laki", "https://laki.example"), ("Asetus", None)]
    assert named("sv") == [("Lag", "https://lag.example"), ("Asetus", None)]
    code = card(client, service).select_one("details.disclosure dd span")
    assert (code.text, code["lang"]) == ("Toimeentulo", "fi")
