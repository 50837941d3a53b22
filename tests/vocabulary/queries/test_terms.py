import pytest

from portal.vocabulary import actions
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

NEW = {"scheme": "theme", "code": "new", "fi": "Uusi", "sv": "Ny", "en": "New"}


def test_vocabulary_is_kept_until_it_changes():
    first = vocabulary()

    again = vocabulary()
    actions.load([NEW])
    changed = vocabulary()

    assert again is first
    assert "new" not in first.of("theme")
    assert changed.label("theme", "new", "sv") == "Ny"


def test_terms_stand_in_the_order_of_their_file():
    tiers = list(vocabulary().of(Scheme.TIER))

    assert tiers == ["near", "regional", "centralised", "mobile", "remote"]


def test_doors_are_there_only_where_they_are_written():
    themes = vocabulary().of("theme")

    assert themes["money"].doors == {
        "fi": "Rahat loppuvat",
        "sv": "Pengarna tar slut",
        "en": "Money is running out",
    }
    assert themes["disability"].doors == {}


def test_unknown_scheme_is_an_error():
    with pytest.raises(ValueError, match="colour"):
        vocabulary().of("colour")
