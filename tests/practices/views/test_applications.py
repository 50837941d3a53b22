"""Telling that a practice is used, and changing what is told."""

from datetime import date

import pytest

from portal.accounts.models import Voice
from portal.db import bump
from portal.directory.models import CHANGES as DIRECTORY
from portal.directory.models import OrganisationText
from portal.permissions import Role
from portal.practices.models import Application, ApplicationText, Use
from portal.vocabulary.queries import vocabulary
from tests.factories import make_practice, make_team, make_user, sign_in
from tests.practices.uses import ALL, NEW, make_use, sent
from tests.workshops.pages import soup, words


@pytest.fixture
def practice():
    return make_practice("Desk", slug="desk", edition=3)


@pytest.fixture
def worker():
    return make_user(voice=Voice.STAFF)


def chosen(page, name):
    return page.select_one(f"select[name={name}] option[selected]")


def test_form_is_filled_with_what_is_likely(app, practice, worker):
    team = make_team()
    make_use(make_practice(), "niemi", by=worker, organisation=team.organisation.id)

    page = soup(sign_in(app, worker).get(NEW))

    assert chosen(page, "pick_area")["value"] == "niemi"
    assert chosen(page, "pick_version").text == "Version 3, the present one"
    assert page.select_one("input[name=state][checked]")["value"] == "in-use"
    assert page.select_one("input[name=email]")["value"] == worker.email


def test_editor_of_one_organisation_has_it_chosen(app, practice):
    organisation = make_team().organisation
    OrganisationText.create(organisation=organisation, language="en", name="Neighbours")
    bump(DIRECTORY)
    editor = make_user(Role.EDITOR, organisation=organisation.id)

    page = soup(sign_in(app, editor).get(NEW))

    assert chosen(page, "pick_organisation").text == "Neighbours"


def test_telling_twice_is_one_application(app, practice, worker):
    client = sign_in(app, worker)
    fields = sent(note="Two desks", contact="Team leader", email="desk@verstas.example")

    first, second = client.post(ALL, data=fields), client.post(ALL, data=fields)

    made = Application.get()
    text = ApplicationText.get()
    assert first.status_code == second.status_code == 303
    assert first.location == f"{ALL}?done=told&told={made.id}#application-{made.id}"
    assert (made.state, made.since, made.version, made.told_by, made.email) == (
        Use.IN_USE,
        date(2026, 2, 1),
        3,
        worker.id,
        "desk@verstas.example",
    )
    assert (text.language, text.note, text.contact) == (
        "en",
        "Two desks",
        "Team leader",
    )
    assert "Others now see that it is used here." in words(client.get(first.location))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"pick_area": ""}, "Choose where you use it"),
        ({"pick_area": "atlantis"}, "Choose where you use it"),
        ({"state": ""}, "Choose how it stands"),
        ({"since": "spring"}, "Write the month and the year, such as 3/2026"),
        ({"since": "2099-01"}, "This month is still to come."),
        ({"pick_version": "99"}, "Choose one of these"),
        ({"email": "desk"}, "Write the e-mail address with an @ sign"),
        ({"contact": "Nurse Maija Virtanen"}, "Write a role here"),
        ({"contact": "Ring 040 123 4567"}, "040 123 4567"),
        ({"state": "stopped", "stopped": "No room"}, "Tell when it stopped"),
        ({"state": "stopped", "until": "2026-03"}, "Write why it stopped."),
        (
            {"state": "stopped", "until": "2025-12", "stopped": "No room"},
            "It can’t stop before it begins",
        ),
    ],
)
def test_what_can_not_be_used_is_told_and_kept(app, practice, worker, changes, told):
    page = sign_in(app, worker).post(ALL, data=sent(note="My own words", **changes))

    assert page.status_code == 422
    assert told in words(page)
    assert soup(page).select_one("#note").text.strip() == "My own words"
    assert Application.select().count() == 0


def test_month_may_be_typed_as_it_is_written_here(app, practice, worker):
    sign_in(app, worker).post(ALL, data=sent(since="3/2026"))

    assert Application.get().since == date(2026, 3, 1)


def test_words_that_show_a_person_stand_only_if_somebody_has_looked(
    app, practice, worker
):
    client = sign_in(app, worker)
    fields = sent(note="Matti Virtanen, my client, likes it")

    refused = client.post(ALL, data=fields)
    taken = client.post(ALL, data=fields | {"asks_reader": "1"})

    assert (refused.status_code, taken.status_code) == (422, 303)
    assert "without a moderator" in words(refused)


def test_same_place_and_organisation_leads_to_the_one_that_is_there(
    app, practice, worker
):
    there = make_use(practice, by=worker)

    mine = sign_in(app, worker).post(ALL, data=sent(note="My own words"))
    others = sign_in(app, make_user(voice=Voice.PARTNER)).post(ALL, data=sent())

    assert (mine.status_code, others.status_code) == (422, 422)
    assert "This is told already" in words(mine)
    assert soup(mine).select_one("#note").text.strip() == "My own words"
    links = [link["href"] for link in soup(mine).select(".notice a")]
    assert links == [f"{ALL}/{there.id}"]
    links = [link["href"] for link in soup(others).select(".notice a")]
    assert links == [f"{ALL}#application-{there.id}"]
    assert Application.select().count() == 1


def test_going_back_to_tell_another_place_makes_another(app, practice, worker):
    client = sign_in(app, worker)

    client.post(ALL, data=sent())
    client.post(ALL, data=sent(pick_area="niemi"))

    assert [made.area for made in Application.select().order_by(Application.id)] == [
        vocabulary().of("area")[code].id for code in ("harju", "niemi")
    ]


def test_note_that_tells_of_danger_shows_help_at_once(app, practice, worker):
    client = sign_in(app, worker)
    fields = sent(note="A client said: I want to kill myself tonight.")

    refused = client.post(ALL, data=fields | {"since": "spring"})
    done = client.post(ALL, data=fields)
    thanked = client.get(done.location)

    assert (refused.status_code, done.status_code) == (422, 303)
    for page in (refused, thanked):
        assert soup(page).select_one("#help-title")
    assert not soup(client.get(ALL)).select_one("#help-title")
    assert "A moderator" not in soup(thanked).select_one(".notice.is-danger").text
