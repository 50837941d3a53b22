"""Changing what is told of a practice in one place."""

from datetime import date

import pytest

from portal.accounts.models import Voice
from portal.permissions import Role
from portal.practices.actions.applications import change_use
from portal.practices.models import ApplicationText, Use
from tests.factories import make_practice, make_team, make_user, sign_in
from tests.practices.uses import ALL, make_use, row, sent, used
from tests.workshops.pages import soup, words


@pytest.fixture
def practice():
    return make_practice("Desk", slug="desk", edition=3)


@pytest.fixture
def worker():
    return make_user(voice=Voice.STAFF)


def test_stopping_is_thanked_for_and_kept(app, practice, worker):
    there = make_use(practice, by=worker, note="Two desks")
    client = sign_in(app, worker)
    fields = sent(
        edition="1",
        state="stopped",
        until="2026-05",
        stopped="No room",
        note="Two desks",
    )

    done = client.post(f"{ALL}/{there.id}", data=fields)

    assert (row(there).state, row(there).until) == (Use.STOPPED, date(2026, 5, 1))
    page = words(client.get(done.location))
    assert "Thank you: this helps others." in page
    assert "Why it stopped: No room" in page
    assert "Two desks" in page


def test_reason_told_in_another_language_is_enough(app, practice, worker):
    there = make_use(
        practice,
        by=worker,
        state=Use.STOPPED,
        until=date(2026, 5, 1),
        stopped="Tila loppui",
        language="fi",
    )
    fields = sent(edition="1", state="stopped", until="2026-06")

    done = sign_in(app, worker).post(f"{ALL}/{there.id}", data=fields)

    assert done.status_code == 303
    assert ApplicationText.get().stopped == "Tila loppui"


def test_writing_at_the_same_time_loses_nothing(app, practice, worker):
    there = make_use(practice, by=worker, note="First")
    change_use(there, used(note="From the other"), edition=1, by=None)
    client = sign_in(app, worker)

    met = client.post(f"{ALL}/{there.id}", data=sent(edition="1", note="Mine"))
    again = soup(met).select_one("input[name=edition]")["value"]
    done = client.post(f"{ALL}/{there.id}", data=sent(edition=again, note="Mine"))

    assert met.status_code == 409
    assert "From the other" in words(met)
    assert soup(met).select_one("#note").text.strip() == "Mine"
    assert done.status_code == 303
    assert ApplicationText.get().note == "Mine"


def test_form_in_another_language_shows_what_is_told_and_keeps_it(
    app, practice, worker
):
    there = make_use(practice, by=worker, note="Kaksi tiskiä", language="fi")
    client = sign_in(app, worker)

    page = soup(client.get(f"{ALL}/{there.id}"))
    client.post(f"{ALL}/{there.id}", data=sent(edition="1", note="Two desks"))

    assert page.select_one("#note").text.strip() == ""
    assert page.select_one(".held [lang=fi].words").text == "Kaksi tiskiä"
    assert {text.language: text.note for text in ApplicationText.select()} == {
        "fi": "Kaksi tiskiä",
        "en": "Two desks",
    }


def test_only_those_who_told_it_or_keep_it_may_change_it(app, practice, worker):
    organisation = make_team().organisation
    there = make_use(practice, by=worker, organisation=organisation.id)
    people = [
        worker,
        make_user(Role.EDITOR, organisation=organisation.id),
        make_user(Role.COORDINATOR),
        make_user(Role.EDITOR, organisation=make_team().organisation.id),
        make_user(voice=Voice.STAFF),
    ]

    answers = [
        sign_in(app, person).get(f"{ALL}/{there.id}").status_code for person in people
    ]

    assert answers == [200, 200, 200, 403, 403]


def test_application_of_another_practice_is_not_found(app, practice, worker):
    elsewhere = make_use(make_practice(), by=worker)

    assert sign_in(app, worker).get(f"{ALL}/{elsewhere.id}").status_code == 404


def test_plan_that_was_given_up_never_began(app, practice, worker):
    there = make_use(practice, by=worker, state=Use.PLANNED, since=date(2099, 1, 1))
    fields = sent(
        edition="1",
        state="stopped",
        since="2099-01",
        until="2026-05",
        stopped="No money",
    )

    done = sign_in(app, worker).post(f"{ALL}/{there.id}", data=fields)

    assert done.status_code == 303
    assert (row(there).since, row(there).until) == (None, date(2026, 5, 1))
