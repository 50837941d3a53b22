from portal.links.actions import join
from portal.links.models import Link
from portal.links.queries import linked


def in_order(found):
    return {kind: sorted(ids) for kind, ids in found.items()}


def test_linked_finds_from_both_ends_by_kind():
    join("practice", 1, "service", 10)
    join("service", 11, "practice", 1)
    join("practice", 2, "service", 10)
    join("practice", 1, "workshop", 10)

    assert in_order(linked("practice", 1)) == {"service": [10, 11], "workshop": [10]}
    assert in_order(linked("service", 10)) == {"practice": [1, 2]}
    assert linked("service", 12) == {}


def test_linked_tells_two_of_one_kind_apart():
    join("practice", 1, "practice", 2)

    assert linked("practice", 1) == {"practice": [2]}
    assert linked("practice", 2) == {"practice": [1]}


def test_joining_again_changes_nothing():
    join("practice", 1, "service", 10)

    join("practice", 1, "service", 10)

    assert Link.select().count() == 1
