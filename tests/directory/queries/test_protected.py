import pytest

from portal.directory.models import PlaceText
from portal.directory.queries.protected import addresses, tells_where
from tests.factories import make_place


def make_hidden(street):
    place = make_place(protected=True)
    PlaceText.update(street=street).where(PlaceText.place == place).execute()


def test_addresses_are_those_of_protected_places_alone():
    make_hidden("Mökkitie 3 B")
    PlaceText.update(street="Torikatu 1").where(
        PlaceText.place == make_place()
    ).execute()
    make_hidden("")
    make_hidden("A 1")

    assert addresses() == {"mökkitie 3 b"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By the shop,  MÖKKITIE 3, Harju", True),
        ("Mökkitie 3–5", True),
        ("Mökkitie 33", False),
        ("Uusimökkitie 3", False),
        ("", False),
    ],
)
def test_address_is_found_however_it_is_written(text, expected):
    assert tells_where(frozenset({"mökkitie 3"}), "Market", text) is expected
