"""What a moderator is told of a text when something beside its words changes."""

import pytest

from portal.moderation.found import findings_in, words_of
from portal.moderation.models import Urgency
from portal.notices.recipients import participant_key
from portal.pictures import Picture
from portal.proposals import actions, kind
from portal.proposals.actions.reading import let_read
from portal.proposals.models import State
from portal.proposals.wording import Wording
from portal.screening.findings import Sort
from tests.factories import (
    make_attachment,
    make_participant,
    make_proposal,
    make_workshop,
)
from tests.moderation.pages import case_of
from tests.proposals.groups import merge

pytestmark = pytest.mark.usefixtures("speaking")


def test_picture_leaves_the_case_its_author_and_what_was_found():
    workshop = make_workshop()
    author = make_participant(workshop)
    waiting = make_proposal(
        workshop, "I want to kill myself", author=author, state=State.WAITING
    )

    actions.add_to_proposal(waiting, Picture(b"JPEG", 1, 1), "A bench")

    case = case_of(waiting)
    assert (case.author, case.workshop) == (participant_key(author.id), workshop.id)
    assert case.urgency == Urgency.URGENT
    assert [one.sort for one in findings_in(case.findings)] == [Sort.DANGER]


def test_words_about_a_picture_are_screened_with_the_others():
    waiting = make_proposal(make_workshop(), state=State.WAITING)
    make_attachment(waiting, "Call 040 123 4567")

    let_read(waiting, Wording.of(waiting))

    found = findings_in(case_of(waiting).findings)
    told = words_of(found, kind.items([waiting.id])[waiting.id])
    assert told == [(Sort.PHONE, "040 123 4567")]


def test_new_words_that_wait_again_after_a_merger_bring_what_was_found():
    workshop = make_workshop()
    first, second = make_proposal(workshop), make_proposal(workshop)
    actions.reword(first, Wording("Call 040 123 4567"))
    result = merge(first, second)

    actions.set_undone(result.mergers.get())

    found = findings_in(case_of(first).findings)
    assert [one.sort for one in found] == [Sort.PHONE]
