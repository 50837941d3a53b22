"""A role is asked for, and a name is refused."""

import pytest

from portal.screening.roles import names_somebody


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Aikuissosiaalityön johtava sosiaalityöntekijä", False),
        ("Ledande socialarbetare, Sankt Karins", False),
        ("Team leader, Niemi", False),
        ("Sosiaalityöntekijä Liisa M.", True),
        ("Verksamhetsledare Eva Öhman", True),
        ("Team leader Maija Virtanen", True),
    ],
)
def test_somebody_is_named_by_a_given_name_and_another(written, found):
    assert names_somebody(written) is found
