"""Writing while something it needs goes away in another tab."""

import pytest
from flask import Flask

from portal.errors import Refused
from portal.links.models import Link
from portal.pictures import Picture
from portal.proposals import actions
from portal.proposals.actions import DraftWords
from portal.proposals.models import Attachment, Draft, Proposal
from portal.proposals.wording import Wording
from portal.workshops.actions import leave
from portal.workshops.models import Participant
from tests.factories import (
    make_participant,
    make_proposal,
    make_service,
    make_workshop,
)

PICTURE = Picture(b"JPEG", 1, 1)


def begun(me: Participant) -> Draft:
    return Draft.create(participant=me, language="en", suggestion="A bench")


def test_writer_who_left_meanwhile_is_refused(app: Flask) -> None:
    workshop = make_workshop()
    other = make_proposal(workshop)
    me = make_participant(workshop)
    leave(me)

    with app.test_request_context("/en/"):
        with pytest.raises(Refused):
            actions.propose(
                workshop, me, Wording("A bench"), language="en", submission="one form"
            )
        with pytest.raises(Refused):
            actions.set_support(other, me, wanted=True)
        with pytest.raises(Refused):
            actions.save_draft(me, DraftWords("en", "A"), submission="", instead=False)

    assert Proposal.select().count() == 1


def test_draft_that_has_ended_takes_no_picture_and_no_link(app: Flask) -> None:
    draft = begun(make_participant(make_workshop()))
    Draft.delete().execute()

    with app.test_request_context("/en/"):
        with pytest.raises(Refused):
            actions.add_to_draft(draft, PICTURE, "A bench")
        with pytest.raises(Refused):
            actions.set_link(draft, "service", 1, wanted=True)

    assert Attachment.select().count() == 0


def test_proposal_brings_along_what_was_joined_after_the_draft_was_read() -> None:
    workshop = make_workshop()
    me = make_participant(workshop)
    read = begun(me)
    service = make_service()
    actions.set_link(read, "service", service.id, wanted=True)

    proposal = actions.propose(
        workshop,
        me,
        Wording("A bench"),
        language="en",
        submission="one form",
        draft=read,
    )

    joined = [(link.item_id, link.other_id) for link in Link.select()]
    assert joined == [(proposal.id, service.id)]
    assert Draft.select().count() == 0
