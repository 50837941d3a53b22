"""Who tells at each site, and the letters they get."""

from datetime import timedelta

import pytest

from portal.db import now
from portal.notices.models import Mail
from portal.pilots.actions.sites import erase_addresses, remind
from portal.pilots.models import Pilot, PilotState, Site
from tests.pilots.things import make_pilot, site_of, told


def reachable(pilot: Pilot, **fields) -> Site:
    site = site_of(pilot)
    Site.update(email="team@work.example", **fields).where(Site.id == site.id).execute()
    return site


def letters() -> list[str]:
    return [mail.recipient for mail in Mail.select()]


def test_keepers_see_who_has_told(keeper):
    pilot = make_pilot()
    told(pilot, (8, 20))

    page = keeper.get(f"/en/pilots/{pilot.slug}/sites").text

    assert "Told of 1 of 4 periods" in page
    assert "2 missing" in page


def test_address_is_saved_and_the_link_sent(keeper):
    pilot = make_pilot()
    at = f"/en/pilots/{pilot.slug}/sites/{site_of(pilot).id}"

    keeper.post(at, data={f"site{site_of(pilot).id}-email": "team@work.example"})
    for _time in range(2):
        keeper.post(f"{at}/invitation")

    assert letters() == ["team@work.example"]
    assert "/pilots/entries/" in Mail.get().body


def test_address_without_a_sign_comes_back(keeper):
    pilot = make_pilot()
    key = site_of(pilot).id

    page = keeper.post(
        f"/en/pilots/{pilot.slug}/sites/{key}", data={f"site{key}-email": "team"}
    )

    assert page.status_code == 422
    assert 'value="team"' in page.text
    assert site_of(pilot).email == ""


def test_link_is_ended_once_however_often_it_is_pressed(keeper):
    pilot = make_pilot()
    at = f"/en/pilots/{pilot.slug}/sites/{site_of(pilot).id}/link"

    for _time in range(2):
        keeper.post(at, data={"edition": "1"})

    assert site_of(pilot).link_edition == 2


def test_site_of_another_pilot_is_not_found(keeper):
    pilot, other = make_pilot(), make_pilot()

    answer = keeper.post(f"/en/pilots/{pilot.slug}/sites/{site_of(other).id}/link")

    assert answer.status_code == 404


def test_site_that_has_not_told_is_reminded_once_a_week(app):
    reachable(make_pilot())

    with app.test_request_context("/en/"):
        sent = [remind(), remind()]
        Site.update(reminded_at=now() - timedelta(days=8)).execute()
        sent.append(remind())

    assert (sent, letters()) == ([1, 0, 1], ["team@work.example"] * 2)


def test_site_that_has_told_all_is_left_in_peace(app):
    pilot = make_pilot()
    reachable(pilot)
    told(pilot, (8, 20), (2, 3), (0, 0))

    with app.test_request_context("/en/"):
        assert remind() == 0


@pytest.mark.parametrize("state", [one for one in PilotState if one != "running"])
def test_pilot_that_does_not_run_asks_nobody(app, state):
    reachable(make_pilot(state=state))

    with app.test_request_context("/en/"):
        assert remind() == 0


def test_addresses_are_erased_a_while_after_the_end():
    over = make_pilot(state=PilotState.NOT_SELECTED)
    runs = make_pilot()
    reachable(over)
    reachable(runs)
    Pilot.update(updated_at=now() - timedelta(days=31)).execute()

    assert erase_addresses() == 1
    assert (site_of(over).email, site_of(runs).email) == ("", "team@work.example")
