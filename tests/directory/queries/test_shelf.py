import numpy as np
import pytest
from playhouse.test_utils import count_queries

from portal.directory.actions import Draft, DraftText, store
from portal.directory.models import Origin, Service, TextState
from portal.directory.queries import shelf as shelves
from portal.directory.queries.shelf import shelf
from portal.directory.queries.stock import read
from portal.i18n import LANGUAGES
from portal.search.changes import RUN_BITS
from portal.vocabulary.actions import load_files
from portal.vocabulary.queries import vocabulary
from tests.factories import make_service

FAR = (7 << RUN_BITS) + 3
"""An id that is not read together with the first ones."""


def put(service_id, *tags, origin=Origin.REGION, twin="", state="published", **names):
    """Store a service with this id, anew if it is there."""
    words = vocabulary()
    draft = Draft(
        origin=origin,
        texts={c: DraftText(n, state=TextState(state)) for c, n in names.items()},
        twin_key=twin or f"twin-{service_id}",
        tags=[words.of(scheme)[code] for scheme, code in tags],
    )
    row = {"slug": f"s-{service_id}", "origin": origin, "twin_key": draft.twin_key}
    service, _new = Service.get_or_create(id=service_id, defaults=row)
    store(draft, service)


def whole(found):
    """All that a shelf tells, by the ids of services."""
    groups = [sorted(found.ids[found.twins == twin]) for twin in found.twins]
    return {
        "ids": found.ids.tolist(),
        "regional": found.ids[found.regional].tolist(),
        "twins": groups,
        "order": {code: found.ids[found.order[code]].tolist() for code in LANGUAGES},
        "tagged": {
            word.code: found.ids[found.tagged[word.scheme][word.code]].tolist()
            for word in vocabulary().words.values()
        },
        "terms": [found.terms(service_id) for service_id in found.ids.tolist()],
    }


def anew():
    last = int(Service.select().count() and FAR)
    runs = {number: read(number) for number in range((last >> RUN_BITS) + 1)}
    held = {number: run for number, run in runs.items() if run}
    return whole(shelves.arranged(held, vocabulary(), None))


CHANGES = [
    ("new", lambda: put(2, en="Bread")),
    ("new far away", lambda: put(FAR - 1, ("area", "harju"), sv="Bröd")),
    ("renamed", lambda: put(1, ("area", "harju"), en="Zebra", fi="Aamu")),
    ("in another language", lambda: put(FAR, sv="Öl", en="Beer")),
    ("tagged", lambda: put(FAR, ("theme", "home"), ("area", "county"), en="Far")),
    ("a twin now", lambda: put(FAR, en="Far", twin="twin-1")),
    ("a template", lambda: put(1, origin=Origin.NATIONAL_DESCRIPTION, en="Near")),
    ("archived", lambda: put(1, ("area", "harju"), state="archived", en="Near")),
    ("all of a run archived", lambda: put(FAR, state="archived", en="Far")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change"), [c for _n, c in CHANGES], ids=[n for n, _c in CHANGES]
)
def test_shelf_that_follows_a_change_is_as_one_read_anew(change):
    put(1, ("area", "harju"), en="Near")
    put(FAR, ("theme", "home"), en="Far")
    before = whole(shelf())

    change()

    assert whole(shelf()) == anew() != before


def test_shelf_follows_many_changes_as_one():
    put(1, ("area", "harju"), en="Near")
    put(FAR, ("theme", "home"), en="Far")
    shelf()

    for _name, change in CHANGES:
        change()
        shelf()

    assert whole(shelf()) == anew()


def test_shelf_is_read_whole_when_the_vocabulary_changes():
    put(1, ("area", "harju"), en="Near")
    before = shelf()

    load_files()

    assert whole(shelf()) == whole(before) == anew()


def test_same_shelf_stands_while_nothing_changes():
    make_service()

    assert shelf() is shelf()


def test_titles_stand_in_the_order_of_their_letters_and_equal_ones_by_id():
    for service_id, name in [
        (5, "b"),
        (4, "B"),
        (3, "ä"),
        (2, "a b"),
        (256, "a"),
        (9, "a"),
    ]:
        put(service_id, en=name)

    assert np.array_equal(shelf().ids[shelf().order["en"]], [9, 256, 2, 4, 5, 3])


def test_change_is_read_in_a_fixed_number_of_statements():
    """The versions of the directory and of the words, those of the runs; titles in
    three languages, services and tags."""
    for number in range(1, 4):
        put(number, ("theme", "home"), en=f"Service {number}")
    shelf()
    asked = []
    for changed in ([1], [1, 2, 3]):
        for number in changed:
            put(number, en="Bread")
        with count_queries() as counted:
            shelf()
        asked.append(counted.count)

    assert asked == [9, 9]
