"""The page of what is missing, and saying that nothing fits."""

import re
from datetime import date

import pytest
from playhouse.test_utils import count_queries

from portal.directory.models import UnmetNeed, UnmetSource

HTMX = {
    "HX-Request": "true",
    "HX-Target": "form#nothing_fits",
    "HX-Request-Type": "partial",
}


def counted(term, count=5, month=date(2026, 3, 1), language="en", **fields):
    UnmetNeed.create(
        digest=f"{term}{count}{language}{month}",
        term=term,
        count=count,
        month=month,
        language=language,
        source=fields.get("source", UnmetSource.NOTHING_FOUND),
    )


def table(page):
    return [
        re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", row)).strip()
        for row in re.findall(
            r'<tr role="row"><th scope="row".*?</tr>', page, re.DOTALL
        )
    ]


def test_page_shows_the_newest_month_the_most_frequent_first(client):
    counted("haircut", 5)
    counted("dog walking", 9, source=UnmetSource.NOTHING_FITS)
    counted("frisör", 6, language="sv")
    counted("older", 7, month=date(2026, 2, 1))
    counted("", 4)

    newest = client.get("/en/unmet-needs").text
    older = client.get("/en/unmet-needs?month=2026-02").text

    assert table(newest) == [
        "frisör Nothing was found 6",
        "dog walking Nothing fitted 9",
        "haircut Nothing was found 5",
    ]
    assert 'lang="sv">frisör' in newest
    assert table(older) == ["older Nothing was found 7"]


@pytest.mark.parametrize("month", ["2026-13", "x", "2020-01"])
def test_month_without_terms_shows_the_newest(client, month):
    counted("haircut")

    page = client.get(f"/en/unmet-needs?month={month}").text

    assert table(page) == ["haircut Nothing was found 5"]


def test_page_of_nothing_says_so(client):
    counted("", 4)

    assert "Nothing to show yet" in client.get("/en/unmet-needs").text


def test_file_holds_every_month(client):
    counted("haircut", 5)
    counted("older", 7, month=date(2026, 2, 1), language="fi")
    counted("", 4)

    answer = client.get("/en/unmet-needs.csv")

    assert answer.mimetype == "text/csv"
    assert answer.text.lstrip("\ufeff").splitlines() == [
        "Month;Language;Looked for;How it showed;Times",
        "2026-03;en;haircut;Nothing was found;5",
        "2026-02;fi;older;Nothing was found;7",
    ]


def test_page_asks_as_much_for_three_terms_as_for_one(client):
    counted("one")
    client.get("/en/unmet-needs")
    with count_queries() as one:
        client.get("/en/unmet-needs")
    counted("two", 6)
    counted("three", 7, month=date(2026, 2, 1))
    with count_queries() as three:
        client.get("/en/unmet-needs")

    # The terms.
    assert (one.count, three.count) == (1, 1)


def test_saying_that_nothing_fits_thanks_and_gives_the_phone(client):
    answer = client.post("/en/unmet-needs", data={"q": "haircut"})
    thanks = client.get(answer.location)
    piece = client.post("/en/unmet-needs", data={"q": "dog"}, headers=HTMX)

    assert answer.status_code == 303
    assert answer.location == "/en/unmet-needs?thanks=1"
    for text in (thanks.text, piece.text):
        assert "We counted that nothing fitted" in text
        assert 'href="tel:0191234500"' in text
    assert piece.text.strip().startswith('<div class="notice is-ok')
    assert [(row.source, row.count) for row in UnmetNeed.select()] == [
        (UnmetSource.NOTHING_FITS, 1)
    ] * 2


def test_saying_it_of_no_question_counts_nothing(client):
    answer = client.post("/en/unmet-needs", data={"q": "  "})

    assert answer.location == "/en/services"
    assert UnmetNeed.select().count() == 0
