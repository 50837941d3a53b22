import pytest

from portal.links.actions import join
from portal.permissions import Role
from portal.proposals.actions import show_title
from portal.proposals.models import KIND
from portal.workshops.models import Entry
from tests.factories import (
    make_proposal,
    make_service,
    make_user,
    make_workshop,
    sign_in,
)
from tests.workshops.pages import fields
from tests.workshops.written import WRITTEN


def enter(coordinator, entry):
    """Change who may join, as in the editor."""
    address = "/en/workshops/doors/settings"
    seen = fields(coordinator.get(address))["seen"]
    written = {**WRITTEN, "seen": seen, "entry": entry.value}
    assert coordinator.post(address, data=written).status_code == 303


@pytest.mark.parametrize("first", [Entry.OPEN, Entry.INVITED])
def test_service_names_a_proposal_while_anybody_may_read_it(app, client, first):
    workshop = make_workshop(slug="doors", entry=first)
    proposal = make_proposal(workshop, "A bench at the door")
    service = make_service()
    join(KIND, proposal.id, "service", service.id)
    show_title(proposal.id)
    coordinator = sign_in(app, make_user(Role.COORDINATOR))

    told = {}
    for entry in (first, Entry.INVITED, Entry.CODE):
        if entry is not first:
            enter(coordinator, entry)
        page = client.get(f"/en/services/{service.slug}")
        told[entry] = "A bench at the door" in page.text

    assert told == {first: first is Entry.OPEN, Entry.INVITED: False, Entry.CODE: True}
