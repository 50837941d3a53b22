from portal.links.actions import join
from portal.search.queries import Name, names, related
from tests.search.things import put, thing


def test_names_tell_the_language_they_are_in():
    put(
        thing(1, "Koti", language="fi"),
        thing(1, "Home"),
        thing(2, "Hem", language="sv"),
    )

    assert names("thing", [1, 2, 3], "en") == {
        1: Name(1, "en", "slug-1", "Home"),
        2: Name(2, "sv", "slug-2", "Hem"),
    }
    assert names("thing", [1], "sv") == {1: Name(1, "fi", "slug-1", "Koti")}


def test_related_stand_in_the_order_of_their_titles():
    put(thing(1, "banana"), thing(2, "Apple"), thing(3, "Cherry"), kind="fruit")
    join("tree", 7, "fruit", 1)
    join("fruit", 2, "tree", 7)
    join("tree", 7, "fruit", 2)

    found = related("tree", 7, ("fruit", "animal"), "en")

    titles = {kind: [name.title for name in names] for kind, names in found.items()}
    assert titles == {"fruit": ["Apple", "banana"], "animal": []}
