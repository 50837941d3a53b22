"""The order of changes, by kind, theme and month, and a page at a time."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playhouse.test_utils import count_queries

from portal.agreement.models import DefinitionCard
from portal.db import today
from portal.directory.models import ServiceVersion
from portal.practices.actions import saving as practices
from portal.proposals.models import Answer
from portal.threads.queries.changes import Change, Place, Wish, changes
from portal.threads.queries.news import news
from portal.vocabulary.queries import vocabulary
from tests.agreement.things import make_card
from tests.factories import (
    make_practice,
    make_proposal,
    make_service,
    make_user,
    make_workshop,
)
from tests.threads.things import answered, version_of

pytestmark = pytest.mark.usefixtures("speaking")


def told(**wish):
    return [
        (row.name, row.title.words)
        for row in news(Wish(**wish), "en", 25).rows
        if row.title
    ]


def test_list_is_narrowed_by_kind_theme_and_month(service):
    version_of(service, summary="Once")
    other = make_service("Shelter", "theme:safety")
    version_of(other, summary="Twice")
    answered(make_proposal(make_workshop(), "Ask once"))
    Answer.update(answered_on=date(2026, 1, 31)).execute()
    theme = vocabulary().of("theme")["money"].id

    assert [one[1] for one in told(kind="answer")] == ["Ask once"]
    assert [one[1] for one in told(theme=theme)] == ["Guidance"]
    assert [one[1] for one in told(month=date(2026, 1, 1))] == ["Ask once"]
    assert told(month=date(2025, 12, 1)) == []


def test_moments_are_of_the_month_it_was_here(service):
    made = version_of(service, summary="Once")
    midnight = datetime.fromisoformat("2026-09-30 21:30")
    ServiceVersion.update(saved_at=midnight).where(
        ServiceVersion.id == made.id
    ).execute()

    assert len(told(month=date(2026, 10, 1))) == 1
    assert told(month=date(2026, 9, 1)) == []


def test_pages_follow_each_other_without_loss(service):
    for number in range(5):
        version_of(service, summary=f"Text {number}")
        card = make_card(f"Card {number}")
        DefinitionCard.update(agreed_on=today() - timedelta(days=number)).where(
            DefinitionCard.id == card.id
        ).execute()
    whole = changes(Wish(), 100)

    found: list[Change] = []
    while (part := changes(Wish(after=found[-1].place if found else None), 3)) != []:
        found += part

    assert len(whole) >= 10
    assert found == whole
    assert news(Wish(), "en", 3).after == whole[2].place


@given(st.text(max_size=40))
def test_place_that_is_none_is_refused(words):
    assert Place.read(words) is None or str(Place.read(words)) == words


def test_three_ask_as_many_statements_as_one(service):
    version_of(service, summary="Once")
    practice = make_practice("One plan")
    saving_practice(practice, "a")
    news(Wish(), "en", 25)
    with count_queries() as one:
        news(Wish(), "en", 25)
    for words in ("Twice", "Thrice"):
        version_of(service, summary=words)
        saving_practice(practice, words)
    news(Wish(), "en", 25)

    with count_queries() as many:
        news(Wish(), "en", 25)

    # The rows, the versions, the titles, the threads.
    assert (one.count, many.count) == (4, 4)


def saving_practice(practice, words):
    now = type(practice).get_by_id(practice.id)
    practices.save(
        practice, {"text/en/summary": words}, edition=now.edition, by=make_user()
    )
