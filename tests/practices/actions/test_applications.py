"""What comes of telling that a practice is used."""

from datetime import date

import pytest

from portal.notices.actions import follow
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.practices.actions.applications import (
    AlreadyTold,
    Outdated,
    change_use,
    confirm,
)
from portal.practices.models import KIND, Use
from tests.factories import make_practice, make_team, make_user
from tests.practices.uses import make_use, row, used


@pytest.fixture
def practice():
    return make_practice("Desk")


def told():
    return [(notice.recipient, notice.event) for notice in Notice.select()]


def test_followers_hear_once_a_day_and_never_who_did_it(practice):
    reader, worker = make_user(), make_user()
    for person in (reader, worker):
        follow(user_key(person.id), KIND, practice.id, wanted=True)

    make_use(practice, by=worker)
    make_use(practice, "niemi", by=worker)

    assert told() == [(user_key(reader.id), "practice-use")]


@pytest.mark.parametrize(
    ("before", "after", "heard"),
    [
        (Use.PLANNED, Use.IN_USE, 1),
        (Use.ON_TRIAL, Use.STOPPED, 1),
        (Use.PLANNED, Use.ON_TRIAL, 0),
        (Use.PLANNED, Use.PLANNED, 0),
    ],
)
def test_followers_hear_of_use_and_of_its_end(practice, before, after, heard):
    made = make_use(practice, state=before)
    follow(user_key(make_user().id), KIND, practice.id, wanted=True)

    change_use(
        made, used(state=after, until=date(2026, 1, 1)), edition=1, by=make_user()
    )

    assert len(told()) == heard


def test_end_is_forgotten_when_it_is_in_use_again(practice):
    made = make_use(practice, state=Use.STOPPED, until=date(2026, 1, 1))

    change_use(made, used(), edition=1, by=None)

    assert (row(made).state, row(made).until) == (Use.IN_USE, None)


def test_another_organisation_may_use_it_in_the_same_place(practice):
    mine = make_use(practice)
    other = make_use(practice, organisation=make_team().organisation.id)

    with pytest.raises(AlreadyTold) as met:
        change_use(other, used(), edition=1, by=None)

    assert met.value.application_id == mine.id
    assert row(other).organisation is not None


def test_what_was_read_in_an_older_edition_changes_nothing(practice):
    made = make_use(practice)
    confirm(made, edition=1)

    with pytest.raises(Outdated):
        change_use(made, used(state=Use.PLANNED), edition=1, by=None)
    with pytest.raises(Outdated):
        confirm(made, edition=1)

    assert (row(made).state, row(made).edition) == (Use.IN_USE, 2)
