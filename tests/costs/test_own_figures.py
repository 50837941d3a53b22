"""The calculation with own figures."""

import pytest
from bs4 import BeautifulSoup

from tests.costs.reading import text
from tests.costs.things import LATER, NOW, TWO_WAYS, make_study, of_study, publish

ADDRESS = "/en/cost-studies/debts"
OWN = f"{ADDRESS}/calculation"


def own(study, **figures):
    (now, _later), (line,) = of_study(study)
    return {"line": line, "scenario": now, **figures}


def test_own_figures_are_counted_and_kept_nowhere(client, study):
    query = own(study, persons="1 000", use="2", unit_cost="99,50", share="50 %")

    page = client.get(OWN, query_string=query)

    panel = text(page, ".panel")
    assert "1,000 persons × 2 times a year × €99.50 × 50 % = €99,500" in panel
    assert "€97,500 more" in panel
    assert "The whole scenario with your figures: €99,500" in panel
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "€2,000" in client.get(ADDRESS).text


def test_other_lines_of_the_group_are_told_of_too(client):
    twice = make_study("Twice", slug="debts", lines=((NOW, LATER), (NOW, LATER)))
    publish(twice)
    (now, _later), (line, _other) = of_study(twice)
    figures = {"line": line, "scenario": now, "use": "2", "unit_cost": "100"}

    more = client.get(OWN, query_string=figures | {"persons": "30", "share": "50"})
    same = client.get(OWN, query_string=figures | {"persons": "20", "share": "100"})

    assert "1 other line of Adults still counts 20 persons." in text(more, ".panel")
    assert "your persons in them too: €6,000." in text(more, ".panel")
    assert "The whole scenario with your figures: €5,000." in text(more, ".panel")
    assert "still counts" not in text(same, ".panel")


def test_own_figures_begin_with_the_published_ones(client, study):
    page = client.get(OWN, query_string=own(study))

    soup = BeautifulSoup(page.text, "html.parser")
    inputs = soup.select("main form input:not([type=hidden])")
    assert [field["value"] for field in inputs] == ["20", "2", "100", "50"]


def test_own_figures_that_are_none_are_told_and_kept(client, study):
    query = own(study, persons="3", use="-1", unit_cost="1,234", share="101")

    page = client.get(OWN, query_string=query)

    soup = BeautifulSoup(page.text, "html.parser")
    assert page.status_code == 422
    assert [a.text for a in soup.select(".error-summary a")] == [
        "Write 0, or at least 5: fewer people could be recognised",
        "Write 0 or more",
        TWO_WAYS,
        "A share is at most 100 per cent",
    ]
    fields = soup.select("main form input:not([type=hidden])")
    assert [field["value"] for field in fields] == ["3", "-1", "1,234", "101"]


@pytest.mark.parametrize("query", ["line=1", "line=x&scenario=y", "scenario=1"])
def test_line_that_is_not_there_is_not_found(client, study, query):
    assert client.get(f"{OWN}?{query}").status_code == 404
