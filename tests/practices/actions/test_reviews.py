"""Who is asked by mail whether what is told is still so."""

from datetime import timedelta

import pytest

from portal.db import now, today
from portal.directory.models import TextState
from portal.notices.models import Mail
from portal.practices import review_links
from portal.practices.actions.reviews import erase_addresses, remind
from portal.practices.models import Application, PracticeText, Use
from portal.practices.queries.applications import application
from tests.factories import make_practice, make_user
from tests.practices.uses import make_use, row

LONG_AGO = timedelta(days=366)


@pytest.fixture
def practice():
    return make_practice("Desk", slug="desk")


def old(practice, area="harju", **fields):
    """Told over a year ago."""
    changes = {
        name: fields.pop(name)
        for name in ("asked_on", "asked_times", "confirmed_on", "told_at")
        if name in fields
    }
    made = make_use(practice, area, **{"email": "desk@verstas.example"} | fields)
    values = {"told_at": now() - LONG_AGO} | changes
    Application.update(values).where(Application.id == made.id).execute()
    return made


def test_one_letter_asks_of_all_that_one_address_told(app, practice):
    first = old(practice)
    second = old(make_practice("Bus"), "niemi", email="Desk@verstas.example")
    with app.app_context():
        told = remind()
        tokens = [review_links.signed(made.id, 1) for made in (first, second)]

    letter = Mail.get()
    assert told == (1, 2)
    assert letter.recipient == "desk@verstas.example"
    assert [letter.body.count(part) for part in ("Desk\nHarju", "Bus\nNäset")] == [1, 1]
    assert all(token.split(".")[0] in letter.body for token in tokens)
    assert [row(made).asked_times for made in (first, second)] == [1, 1]
    assert [row(made).asked_on for made in (first, second)] == [today(), today()]


def test_account_is_written_to_in_its_own_language(app, practice):
    reader = make_user(language="en")
    old(practice, email=reader.email)
    with app.app_context():
        remind()

    assert Mail.get().subject == "Do you still use this practice?"


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, True),
        ({"told_at": now()}, False),
        ({"confirmed_on": today() - timedelta(days=300)}, False),
        ({"confirmed_on": today() - LONG_AGO}, True),
        ({"email": ""}, False),
        ({"state": Use.STOPPED}, False),
        ({"state": Use.PLANNED}, True),
        ({"asked_on": today() - timedelta(days=29), "asked_times": 1}, False),
        ({"asked_on": today() - timedelta(days=30), "asked_times": 2}, True),
        ({"asked_on": today() - timedelta(days=90), "asked_times": 3}, False),
    ],
)
def test_only_what_is_old_is_asked_of_and_not_too_often(app, practice, fields, asked):
    old(practice, **fields)
    with app.app_context():
        told = remind()

    assert told == ((1, 1) if asked else (0, 0))


def test_nobody_is_asked_of_a_practice_that_is_not_public(app, practice):
    old(practice)
    PracticeText.update(state=TextState.DRAFT).execute()
    with app.app_context():
        told = remind()

    assert told == (0, 0)


@pytest.mark.parametrize(
    ("fields", "unconfirmed"),
    [
        ({}, False),
        ({"email": ""}, True),
        ({"email": "", "told_at": now()}, False),
        ({"email": "", "state": Use.STOPPED}, False),
        ({"asked_on": today() - timedelta(days=29), "asked_times": 3}, False),
        ({"asked_on": today() - timedelta(days=30), "asked_times": 3}, True),
        ({"asked_on": today() - timedelta(days=90), "asked_times": 2}, False),
    ],
)
def test_what_nobody_confirms_any_more_says_so(practice, fields, unconfirmed):
    made = old(practice, **fields)

    assert application(practice.id, made.id, "en").unconfirmed is unconfirmed


@pytest.mark.parametrize(
    ("fields", "erased"),
    [
        ({"asked_on": today() - timedelta(days=30), "asked_times": 3}, 1),
        ({"asked_on": today() - timedelta(days=29), "asked_times": 3}, 0),
        ({"asked_on": today() - timedelta(days=90), "asked_times": 2}, 0),
        ({}, 0),
    ],
)
def test_address_that_answers_no_letter_is_erased(practice, fields, erased):
    made = old(practice, **fields)

    assert erase_addresses() == erased
    assert bool(row(made).email) is not bool(erased)


def test_address_goes_when_the_use_has_stopped(practice):
    made = old(practice, state=Use.STOPPED)

    assert row(made).email == ""
