import pytest

from portal.identity_codes import holds_identity_code

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    "text",
    [
        "Äitini on 131052-308T ja asuu Harjussa",
        "131052 – 308t",
        "(010100A901H)",
        "Min mor är 811228-9874.",
        "19811228-9874",
        "198112289874",
        "811288-9871",
    ],
)
def test_identity_code_is_seen(text):
    assert holds_identity_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "Soita 019 123 4500 tai 040123-4567",
        "Aukioloajat 9.12.2026 klo 9–15",
        "131052-308S",
        "321052-3082",
        "8112289874",
        "FI21 1234 5600 0007 85",
        "",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert not holds_identity_code(text)
