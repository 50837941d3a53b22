"""What of the queue is shown, and how much there is of it."""

from importlib import import_module

import pytest

from portal.moderation.models import Cause
from portal.moderation.queries import queue
from portal.moderation.queries.filters import Wanted, counts
from tests.factories import make_user, make_workshop
from tests.moderation.queues import ids, wait

pytestmark = pytest.mark.usefixtures("speaking")

SIZE = "ON_A_PAGE"


@pytest.fixture
def me():
    return make_user()


def test_filters_narrow_and_count_what_the_others_leave(workshop, me):
    other = make_workshop()
    swedish = wait(workshop, hours=5, language="sv")
    english = wait(workshop, hours=30)
    elsewhere = wait(other, hours=80)
    reported = wait(other, hours=1, cause=Cause.FLAGGED)

    found = {
        wanted: ids(queue(me, wanted))
        for wanted in (
            Wanted(workshop=workshop.id),
            Wanted(language="sv"),
            Wanted(cause=Cause.FLAGGED),
            Wanted(kind="comment"),
            Wanted(hours=24),
            Wanted(workshop=other.id, hours=24),
        )
    }
    every = queue(me).everything
    narrow = Wanted(workshop=workshop.id, hours=4)

    assert list(found.values()) == [
        [english.id, swedish.id],
        [swedish.id],
        [reported.id],
        [],
        [elsewhere.id, english.id],
        [elsewhere.id],
    ]
    assert counts(every, narrow, "workshop") == {workshop.id: 2, other.id: 1}
    assert counts(every, narrow, "hours") == {4: 2, 24: 1}
    assert counts(every, narrow, "language") == {"sv": 1, "en": 1}
    assert counts(every, narrow, "cause") == {Cause.WRITTEN: 2}


def test_page_beyond_the_last_is_the_last(workshop, me, monkeypatch):
    monkeypatch.setattr(import_module("portal.moderation.queries.queue"), SIZE, 2)
    cases = [wait(workshop, hours=9 - n) for n in range(3)]

    found = queue(me, number=7)

    assert (ids(found), found.number, found.pages) == ([cases[2].id], 2, 2)
