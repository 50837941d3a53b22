from playhouse.test_utils import count_queries

from portal.db import bump
from portal.practices.models import CHANGES, Use
from portal.practices.queries.shelf import shelf
from tests.factories import make_practice
from tests.practices.shelved import make


def test_shelf_is_read_in_two_statements_however_many_there_are():
    """The practices; their tags, places of use and languages. The versions of the
    library and of the words are asked first."""
    make_practice(in_use="harju")
    shelf()
    asked = []
    for more in (0, 2):
        for _ in range(more):
            make_practice(in_use="harju niemi")
        bump(CHANGES)
        with count_queries() as counted:
            shelf()
        asked.append(counted.count)

    assert asked == [4, 4]


def test_same_shelf_stands_while_nothing_changes():
    make_practice()

    assert shelf() is shelf()


def test_shelf_of_an_empty_library_holds_nothing():
    kept = shelf()

    assert [kept.ids.size, kept.most_used.size, kept.changed.size] == [0, 0, 0]
    assert kept.uses(7) == (0, 0)


def test_place_where_two_use_a_practice_is_one_place():
    practice = make("Desk", uses=[("harju", Use.IN_USE), ("harju", Use.IN_USE)])

    assert shelf().uses(practice.id) == (1, 0)


def test_uses_are_those_of_each_practice():
    none, two = make_practice(), make_practice(in_use="harju niemi")

    assert (shelf().uses(none.id), shelf().uses(two.id)) == ((0, 0), (2, 0))
    assert shelf().uses(two.id + 1) == (0, 0)
