from datetime import timedelta

import pytest

from portal.db import today
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.models import Cause, Decision, Flag, FlagReason, Reason
from portal.notices.events import told
from portal.notices.models import Notice, Topic
from portal.notices.recipients import participant_key, user_key
from portal.proposals.models import Proposal, State
from tests.factories import make_participant, make_proposal, make_user
from tests.moderation.pages import case_of

pytestmark = pytest.mark.usefixtures("speaking")

RETURN = Ruling(Decision.RETURN, Reason.UNCLEAR, "Which price is it?")


@pytest.fixture
def proposal(workshop, author):
    return make_proposal(workshop, "Open late", state=State.WAITING, author=author)


def heard(person):
    """What one is told, oldest first."""
    key = participant_key(person.id)
    found = list(Notice.select().where(Notice.recipient == key).order_by(Notice.id))
    texts = told(found)
    return [texts[notice.id].text for notice in found]


@pytest.mark.parametrize(
    ("ruling", "text"),
    [
        (
            Ruling(Decision.PUBLISH),
            "Your text was read, and anybody can see it now.",
        ),
        (
            RETURN,
            (
                "Your text came back to you. It is hard to understand. "
                "Say in other words what should change."
            ),
        ),
        (
            Ruling(Decision.HIDE, Reason.INSULTING),
            (
                "Your text is not shown. It insults somebody. "
                "You can ask for another look at it."
            ),
        ),
    ],
)
def test_author_is_told_at_once_in_plain_words(proposal, author, ruling, text):
    actions.decide([case_of(proposal)], make_user(), ruling)

    assert heard(author) == [text]
    notice = Notice.get(Notice.recipient == participant_key(author.id))
    assert (notice.topic, notice.kind, notice.item_id) == (
        Topic.MODERATION,
        "proposal",
        proposal.id,
    )
    assert "price" not in notice.facts
    shown = told([notice])[notice.id]
    assert shown.title == f"Proposal {proposal.id}"
    assert shown.url == f"/en/proposals/{proposal.id}"


def test_each_of_several_is_told_of_their_own(workshop):
    people = [make_participant(workshop) for _ in range(2)]
    waiting = [
        make_proposal(workshop, state=State.WAITING, author=person) for person in people
    ]

    actions.decide([case_of(one) for one in waiting], make_user(), RETURN)

    assert [len(heard(person)) for person in people] == [1, 1]


def test_what_is_undone_is_told_too(proposal, author):
    moderator, case = make_user(), case_of(proposal)
    actions.decide([case], moderator, RETURN)

    actions.take_back(case, moderator)
    actions.decide([case], moderator, RETURN)

    first, undone, again = heard(author)
    assert undone == (
        "We took back what we had decided of your text, and read it once more."
    )
    assert first == again


@pytest.mark.parametrize("decision", [Decision.PUBLISH, Decision.UPHOLD])
def test_appellant_is_told(proposal, author, decision):
    actions.decide([case_of(proposal)], make_user(), RETURN)
    appeal = actions.open_case(
        "proposal",
        proposal.id,
        language="en",
        author=participant_key(author.id),
        cause=Cause.APPEALED,
        appeals=case_of(proposal),
    )

    actions.decide([appeal], make_user(), Ruling(decision, Reason.UNCLEAR))

    granted = decision is Decision.PUBLISH
    assert heard(author)[-1] == (
        "Another moderator looked at it again and agrees with you."
        if granted
        else "Another moderator looked at it again. It stays as it was decided. "
        "It is hard to understand."
    )


@pytest.mark.parametrize(
    ("decision", "text", "count"),
    [
        (Decision.PUBLISH, "It stays as it is.", 0),
        (Decision.HIDE, "It is not shown any more.", 1),
    ],
)
def test_readers_who_flagged_are_told_and_not_whose_text_it_is(
    workshop, author, decision, text, count
):
    shown = make_proposal(workshop, author=author)
    case = actions.open_case(
        "proposal",
        shown.id,
        language="en",
        author=participant_key(author.id),
        cause=Cause.FLAGGED,
    )
    reader, reason = make_user(), Reason.INSULTING
    for number, key in enumerate((user_key(reader.id), "0a1b", None)):
        Flag.create(
            kind="proposal",
            item_id=shown.id,
            case=case,
            reason=FlagReason.INSULTING,
            language="en",
            reader=key,
            code=f"CODE{number}",
        )

    actions.decide([case], make_user(), Ruling(decision, reason))

    [notice] = Notice.select().where(Notice.recipient == user_key(reader.id))
    found = told([notice])[notice.id]
    assert (found.text, found.title) == (
        f"We read the text that you reported. {text}",
        "",
    )
    assert len(heard(author)) == count

    actions.take_back(case, make_user())

    rows = Notice.select().where(Notice.recipient == user_key(reader.id))
    texts = told(list(rows.order_by(Notice.id)))
    assert [text.text for text in texts.values()][1:] == [
        (
            "We took back what we had decided of the text that you reported, and "
            "read it once more."
        )
    ]


def test_block_and_its_end_are_told(proposal, author):
    moderator, case = make_user(), case_of(proposal)

    actions.set_blocked(
        case, moderator, today() + timedelta(days=2), Reason.ADVERTISING
    )
    actions.set_blocked(case, moderator, None)

    blocked, lifted = heard(author)
    assert blocked.startswith("You can't write in this workshop until ")
    assert "It advertises something." in blocked
    assert lifted == "You can write in this workshop again."


def test_thing_that_is_gone_is_passed_over(proposal, author):
    actions.decide([case_of(proposal)], make_user(), RETURN)
    Proposal.delete().where(Proposal.id == proposal.id).execute()

    assert told(list(Notice.select())) == {}
