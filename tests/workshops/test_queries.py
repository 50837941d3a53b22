from portal.accounts.models import Voice
from portal.workshops import actions, queries
from tests.factories import make_participant, make_workshop


def test_key_opens_a_seat_in_its_own_workshop_only():
    here, elsewhere = make_workshop(), make_workshop()
    participant, key, _recovery = actions.join(here, nickname="", voice=Voice.STAFF)

    seats = [
        queries.board(workshop.slug, "en", key).me for workshop in (here, elsewhere)
    ]

    assert seats == [participant, None]


def test_participants_are_counted_by_workshop():
    first, second, empty = make_workshop(), make_workshop(), make_workshop()
    for workshop in (first, second, second):
        make_participant(workshop)

    counts = queries.participants([first.id, second.id, empty.id])

    assert [counts[w.id] for w in (first, second, empty)] == [1, 2, 0]
