"""Cost studies as everybody reads them."""

import csv
from io import StringIO

import pytest
from playhouse.test_utils import count_queries

from portal.costs.actions.linking import set_link
from portal.costs.actions.saving import save
from portal.permissions import Role
from tests.costs.reading import cells, text
from tests.costs.things import LATER, NOW, make_study, of_study, publish
from tests.factories import make_practice, make_user, sign_in

ADDRESS = "/en/cost-studies/debts"
OWN = f"{ADDRESS}/calculation"


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_often_whatever_its_length(client, count):
    for _ in range(count):
        publish(make_study())
    client.get("/en/cost-studies")

    with count_queries() as kept:
        client.get("/en/cost-studies")
    with count_queries() as drawn:
        page = client.get("/en/cost-studies?page=1")

    # Whether anything has changed (1); that and the studies (2).
    assert (kept.count, drawn.count) == (1, 2)
    assert page.text.count("<h3") == count


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_whatever_it_holds(client, count):
    lines = ((NOW, LATER),) * count
    study = publish(make_study(slug="debts", lines=lines))
    for _ in range(count):
        set_link(study.id, "practice", make_practice().id, wanted=True)

    with count_queries() as asked:
        page = client.get(ADDRESS)

    # Versions, the study, what it is joined with, the names of the practices.
    assert asked.count == 4
    assert page.text.count('id="line-') == count


def test_scenarios_stand_side_by_side_with_range_and_difference(client, study):
    page = client.get(ADDRESS)

    assert cells(page, "[aria-labelledby=compared]") == [
        ["Now", "€2,000", "€450 to €4,950", "–", ""],
        [
            "Later",
            "€1,000",
            "€450 to €3,300",
            "€1,000 less (from €3,300 less to €1,650 more)",
            "",
        ],
    ]


def test_groups_add_up_to_the_scenarios(client):
    publish(make_study(slug="debts", lines=((NOW, LATER), (NOW, NOW))))

    assert cells(client.get(ADDRESS), "[aria-labelledby=by-group]") == [
        ["Adults", "€4,000", "€3,000"],
        ["Together", "€4,000", "€3,000"],
    ]


def test_each_line_tells_its_formula_in_words_and_its_sources(client, study):
    (line,) = of_study(study)[1]

    card = text(client.get(ADDRESS), f"[aria-labelledby=line-{line}]")

    assert (
        "Now: 20 persons × 2 times a year × €100 × 50 % = €2,000 (€450 to €4,950)"
        in card
    )
    assert "Later: 20 persons × once a year × €100 × 50 % = €1,000" in card
    assert "Persons All 20 10–30 Register of persons, 31 January 2026" in card


def test_figures_are_written_as_the_language_writes_them(client, study):
    assert "2\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}€" in client.get(
        "/sv/cost-studies/debts"
    ).text.replace("&nbsp;", "\N{NO-BREAK SPACE}")


def test_limits_stand_before_the_sums(client, study):
    page = client.get(ADDRESS).text

    assert 0 < page.index("Not counted: much") < page.index("€2,000")


def test_csv_has_a_row_for_every_assumption(client, study):
    answer = client.get(f"{ADDRESS}.csv")

    rows = list(csv.reader(StringIO(answer.text.lstrip("\ufeff")), delimiter=";"))
    assert len(rows) == 1 + 2 * 4
    assert rows[3] == [
        "Adults",
        "Advice",
        "Now",
        "Cost of one time, euros",
        "90",
        "100",
        "110",
        "Register of unit-cost",
        "2026-01-31",
    ]


def test_csv_of_all_studies_has_their_sums(client, study):
    answer = client.get("/en/cost-studies.csv")

    assert ";Now;2000;450;4950" in answer.text


def test_draft_is_not_there_for_the_public(client):
    make_study(slug="debts")

    addresses = (ADDRESS, f"{ADDRESS}.csv", OWN, f"{ADDRESS}/versions")
    assert {client.get(address).status_code for address in addresses} == {404}
    assert "Debts" not in client.get("/en/cost-studies").text


def test_public_reads_the_published_edition_while_another_is_written(client, study):
    save(study, {"text/en/title": "Rent"}, edition=3, by=make_user())

    answers = [
        client.get(address).text
        for address in (ADDRESS, "/en/cost-studies", f"{ADDRESS}/versions")
    ]

    assert ["Debts" in answer for answer in answers] == [True] * 3
    assert ["Rent" in answer for answer in answers] == [False] * 3


def test_public_compares_published_versions_and_sees_no_names(app, client, study):
    (now, _later), (line,) = of_study(study)
    writer = make_user(name="Wilma Writer")
    name = f"line/{line}/persons/{now}/likely"
    save(study, {name: "25"}, edition=3, by=writer)
    save(study, {name: "28"}, edition=4, by=writer)
    publish(study)

    page = client.get(f"{ADDRESS}/versions?from=3&to=5")

    assert "Wilma" not in page.text
    assert "Version 4" not in page.text
    assert text(page, "[aria-labelledby=between] .card") == (
        "Adults: Advice: Now: Persons"
        "removed: 20added: 28 (10–30), Register of persons, 31 January 2026"
    )


def test_editor_sees_what_waits_for_them(app):
    make_study("Debts", slug="debts")
    editor = sign_in(app, make_user(Role.EDITOR))

    page = editor.get("/en/cost-studies")

    assert "Debts" in text(page, ".panel")
    assert editor.get(ADDRESS).location == f"{ADDRESS}/edition"
