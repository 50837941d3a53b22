import pytest

from portal.screening.findings import Sort
from portal.screening.screen import screen

pytestmark = pytest.mark.no_database


def names_in(text):
    return [
        text[one.start : one.end]
        for one in screen({"text": text})
        if one.sort is Sort.NAMED_PERSON
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asiakkaallani Tuomas Rantalalla on kiire", ["Tuomas Rantalalla"]),
        ("Kävin asiakkaani Tuomaksen kanssa torilla", ["Tuomaksen"]),
        ("Pirjo on minun naapurini", ["Pirjo"]),
        ("My neighbour Mark shouts", ["Mark"]),
        ("The boy called Xhemile Krasniqi waited", ["Xhemile Krasniqi"]),
        ("Karin Ek har demens", ["Karin Ek"]),
        ("Min klient Carl-Gustav Ek väntar", ["Carl-Gustav Ek"]),
    ],
)
def test_somebody_with_a_name_is_found(text, expected):
    assert names_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Johtaja Pirjo Lehtonen tapasi asiakkaan",
        "Pirjo Lehtonen, Helsingin yliopisto: asiakkaan osallisuus",
        "The mayor, Peter Johnson, met a client",
        "Pirjo Lehtonen kirjoitti runon",
        "Mark the day for your neighbour",
        "Asiakas Helsingissä odottaa",
        "Child Protection Services answered",
        "Maria Akatemia tukee asiakasta",
    ],
)
def test_people_in_public_and_other_names_are_left_alone(text):
    assert names_in(text) == []
