"""What a reader sees of a text that they report, and on whose device."""

import pytest

from portal.moderation.models import Flag
from portal.permissions import Role
from portal.proposals import actions as proposals
from portal.proposals.wording import Wording
from tests.factories import make_proposal, make_user, sign_in
from tests.soup import page

OTHER = {"reason": "other"}


@pytest.fixture
def shown(workshop):
    return make_proposal(workshop, "Open late")


def address(thing):
    return f"/en/flags?kind=proposal&item={thing.id}"


def test_new_words_that_nobody_has_read_are_not_shown_to_readers(client, shown):
    proposals.reword(shown, Wording("Call Ann, 040 123 4567"))

    found = client.get(address(shown))
    refused = client.post(address(shown))

    for response in (found, refused):
        assert "040 123 4567" not in response.text
        assert "Open late" in response.text


def test_shared_tablet_keeps_no_report_for_whoever_comes_next(app, workshop, shown):
    tablet = sign_in(app, make_user(Role.COORDINATOR))
    tablet.post(f"/en/workshops/{workshop.slug}/kiosk", data={"wanted": "1"})

    tablet.post(address(shown), data=OTHER)

    assert Flag.select().count() == 1
    assert page(tablet, address(shown)).select_one("form button")
    assert tablet.get(address(shown)).status_code == 200


def test_danger_told_with_something_missing_shows_help_too(client, shown):
    response = client.post(address(shown), data={"message": "I want to kill myself"})

    assert response.status_code == 422
    assert "help-title" in response.text
