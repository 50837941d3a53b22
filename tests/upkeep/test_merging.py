import pytest

from portal.upkeep.merging import Conflict, Merged, as_read, merged

BASE = {"phone": "1", "email": "a@b.c", "text/fi/name": "Apu", "text/fi/state": "draft"}
CHANNEL = {"channel/1/kind": "chat", "channel/1/contact": "x"}


def test_changes_in_different_places_are_both_kept():
    theirs, mine = BASE | {"phone": "2"}, BASE | {"email": "d@e.f"}

    found = merged(BASE, theirs, mine)

    assert found == Merged(BASE | {"phone": "2", "email": "d@e.f"})


def test_the_same_change_twice_is_no_meeting():
    changed = BASE | {"phone": "2"}

    assert merged(BASE, changed, changed) == Merged(changed)


def test_two_changes_in_one_place_meet():
    theirs, mine = BASE | {"phone": "2"}, BASE | {"phone": "3"}

    found = merged(BASE, theirs, mine)

    assert found == Merged(theirs, [Conflict("phone", "1", "2", "3")])


def test_without_a_base_every_difference_is_a_meeting():
    mine = BASE | {"phone": "3"}

    found = merged(None, BASE, mine)

    assert found.conflicts == [Conflict("phone", None, "1", "3")]


@pytest.mark.parametrize("mine_removes", [True, False])
def test_what_one_took_away_and_nobody_changed_goes(mine_removes):
    base = BASE | CHANNEL
    theirs, mine = (base, BASE) if mine_removes else (BASE, base)

    assert merged(base, theirs, mine) == Merged(BASE)


@pytest.mark.parametrize("mine_removes", [True, False])
def test_what_one_took_away_and_the_other_changed_stays(mine_removes):
    changed = BASE | CHANNEL | {"channel/1/contact": "y"}
    theirs, mine = (changed, BASE) if mine_removes else (BASE, changed)

    found = merged(BASE | CHANNEL, theirs, mine)

    assert (found.snapshot, found.conflicts) == (changed, [])
    assert found.revived == ["channel/1"]


def test_both_began_the_same_language():
    sv = {"text/sv/name": "Hjälp"}

    found = merged(BASE, BASE | sv, BASE | {"text/sv/name": "Stöd"})

    assert found.conflicts == [Conflict("text/sv/name", "", "Hjälp", "Stöd")]


def test_tidied_spaces_are_no_change():
    assert as_read(" a  b \n\n\n\nc", "a b\n\nc") == " a  b \n\n\n\nc"
    assert as_read("a b", "a c") == "a c"
