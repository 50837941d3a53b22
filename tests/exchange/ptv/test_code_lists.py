"""Names of codes come in by command, and cards bear them."""

import json

import pytest
from playhouse.test_utils import count_queries

from portal.directory.actions import Mark
from portal.directory.models import CodeName
from portal.exchange.ptv.code_lists import BASE, UnreadableListError, names
from portal.freshness import drawn
from tests.factories import make_service
from tests.soup import page

HOUSING = {
    "Id": "http://uri.example/P1",
    "OldUri": "http://urn.example/1001",
    "Label": {"Fi": "Asuminen", "Sv": " Boende ", "En": "Housing", "Se": "Orrun"},
}


@pytest.fixture
def run(app, tmp_path):
    def import_lists(*lists):
        paths = []
        for number, records in enumerate(lists):
            path = tmp_path / f"{number}.json"
            path.write_text(json.dumps(records), encoding="utf-8-sig")
            paths.append(str(path))
        command = ["import", "ptv-code-lists", *paths]
        return app.test_cli_runner().invoke(args=command)

    return import_lists


def codes_on(client, language, service):
    found = page(client, f"/{language}/services/{service.slug}")
    return [
        (name.text, name.get("lang"))
        for name in found.select("details dd span[lang], details dd span:not([class])")
    ]


def test_names_are_known_by_both_addresses_in_our_languages():
    assert names([HOUSING]) == [
        ("http://uri.example/P1", "fi", "Asuminen"),
        ("http://urn.example/1001", "fi", "Asuminen"),
        ("http://uri.example/P1", "sv", "Boende"),
        ("http://urn.example/1001", "sv", "Boende"),
        ("http://uri.example/P1", "en", "Housing"),
        ("http://urn.example/1001", "en", "Housing"),
    ]


def test_name_that_is_a_slip_of_the_list_is_mended_by_both_addresses():
    record = {
        "Id": f"{BASE}ptvelti/code/KE12",
        "OldUri": "http://urn.example/3012",
        "Label": {"En": "Rehabilition", "Sv": None},
    }

    assert {label for _uri, _language, label in names([record])} == {"Rehabilitation"}


@pytest.mark.parametrize("amiss", [{}, {"Id": "a"}, {"Id": "a", "Label": "b"}, 7])
def test_what_is_no_list_of_codes_is_refused(amiss):
    with pytest.raises(UnreadableListError):
        names([amiss])


def test_command_brings_names_up_to_date_and_tells_of_a_wrong_file(run):
    first = run([HOUSING], [])
    again = run([{**HOUSING, "Label": {"En": "Homes"}}])
    wrong = run([HOUSING], [{"Code": "a"}])

    assert [done.output for done in (first, again, wrong)] == [
        "6 names of codes.\n",
        "2 names of codes.\n",
        "Error: Nothing was read: it is no list of codes with names.\n",
    ]
    assert wrong.exit_code == 1
    english = CodeName.select().where(CodeName.language == "en")
    assert {row.label for row in english} == {"Homes"}
    assert CodeName.select().count() == 6


def test_card_names_its_codes_in_the_language_of_the_page_at_once(run, client):
    marks = [
        Mark("service-class", "http://urn.example/1001", "Asuminen", "fi"),
        Mark("subject", "http://koko.example/1", "asunnot", "fi"),
    ]
    service = make_service(codes=marks)

    before = codes_on(client, "sv", service)
    run([HOUSING])
    after = codes_on(client, "sv", service)

    assert before == [("Asuminen", "fi"), ("asunnot", "fi")]
    assert after == [("Boende", None), ("asunnot", "fi")]


def test_names_of_codes_cost_a_card_no_statement(run, client):
    run([HOUSING])
    address = HOUSING["Id"]
    counted = []
    for marks in ([], [Mark("service-class", address, "Asuminen", "fi")]):
        service = make_service(codes=marks)
        for _warm in range(2):
            drawn.pages.clear()
            with count_queries() as asked:
                client.get(f"/en/services/{service.slug}")
        counted.append(asked.count)

    assert counted[0] == counted[1]
