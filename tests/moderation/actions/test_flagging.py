import pytest
from playhouse.test_utils import count_queries

from portal.errors import Refused
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.actions.flagging import flag
from portal.moderation.models import (
    Case,
    Cause,
    Decision,
    Flag,
    FlagReason,
    LogEvent,
    Reason,
    Urgency,
)
from portal.notices.events import told
from portal.notices.models import Notice
from portal.notices.recipients import participant_key
from portal.proposals.models import Proposal, State
from tests.factories import make_participant, make_proposal
from tests.moderation.pages import last_lines
from tests.moderation.things import make_flag

HIDE = Ruling(Decision.HIDE, Reason.INSULTING)
PUBLISH = Ruling(Decision.PUBLISH)


@pytest.fixture
def shown(workshop, author):
    return make_proposal(workshop, author=author)


def cases():
    found = Case.select().where(Case.cause == Cause.FLAGGED).order_by(Case.id)
    return [(case.urgency, case.decided_at is None) for case in found]


def test_report_opens_a_case_about_its_author_and_workshop(workshop, author, shown):
    made = make_flag(shown, FlagReason.PERSONAL, "That is my aunt")

    case = Case.get_by_id(made.case)
    assert (case.workshop, case.author) == (workshop.id, participant_key(author.id))
    assert (made.words, made.reason) == ("That is my aunt", FlagReason.PERSONAL)
    assert last_lines(1) == [(LogEvent.FLAGGED, case.id, "", None)]


@pytest.mark.parametrize(
    ("readers", "urgency"),
    [
        (["a", "b"], Urgency.ORDINARY),
        (["a", "b", "c"], Urgency.PRESSING),
        # From one place as one, but each person who is known by themselves.
        (["a", "a", "a"], Urgency.ORDINARY),
        (["user:1", "user:2", "participant:2"], Urgency.PRESSING),
        (["user:1", "user:1", "user:1"], Urgency.ORDINARY),
    ],
)
def test_count_of_readers_puts_a_text_first_and_hides_nothing(shown, readers, urgency):
    for reader in readers:
        make_flag(shown, reader=reader)

    assert cases() == [(urgency, True)]
    assert Proposal.get_by_id(shown.id).state is State.PUBLISHED


def test_log_is_written_after_all_that_others_may_hold(shown):
    make_flag(shown, reader="a")

    with count_queries() as queries:
        make_flag(shown, FlagReason.DANGEROUS, reader="b")

    sent = [record.msg[0] for record in queries.get_queries()]
    written = [sql.split('"')[1] for sql in sent if sql[:6] in {"INSERT", "UPDATE"}]
    assert written == ["version", "flag", "case", "version", "log_entry"]


def test_known_reader_reports_a_thing_once(shown):
    first = make_flag(shown, reader="participant:7")
    again = make_flag(shown, FlagReason.DANGEROUS, reader="participant:7")

    assert (again.id, again.reason) == (first.id, FlagReason.OTHER)
    assert Flag.select().count() == 1


def test_readers_in_one_place_have_each_their_own_code(shown):
    first, second = make_flag(shown), make_flag(shown)

    assert first.code != second.code
    assert (first.case, first.reader.partition(":")[0]) == (second.case, "a-house")


@pytest.mark.parametrize(
    ("reason", "danger"), [(FlagReason.DANGEROUS, False), (FlagReason.OTHER, True)]
)
def test_danger_makes_the_case_urgent_whoever_reported_before(shown, reason, danger):
    for reader in "abc":
        make_flag(shown, reader=reader)

    make_flag(shown, reason, danger=danger)
    make_flag(shown, reader="e")

    assert cases() == [(Urgency.URGENT, True)]


def test_text_that_was_found_right_can_be_reported_by_others(shown, moderator):
    first = make_flag(shown)
    actions.decide([Case.get_by_id(first.case)], moderator, PUBLISH)

    second = make_flag(shown, reader="b")

    assert cases() == [(Urgency.ORDINARY, False), (Urgency.ORDINARY, True)]
    assert second.case != first.case


@pytest.mark.parametrize("state", [State.WAITING, State.RETURNED])
def test_what_is_not_public_is_not_reported(workshop, state):
    hidden = make_proposal(workshop, state=state)

    with pytest.raises(Refused):
        flag("proposal", hidden.id, FlagReason.WRONG, "", "a", "en")

    assert Flag.select().count() == 0


@pytest.mark.parametrize(
    ("ruling", "words"),
    [
        (PUBLISH, "We read the text that you reported. It stays as it is."),
        (HIDE, "We read the text that you reported. It is not shown any more."),
    ],
)
def test_reader_with_a_seat_is_told_and_led_to_the_report(
    workshop, shown, moderator, ruling, words
):
    key = participant_key(make_participant(workshop).id)
    made = make_flag(shown, reader=key)
    make_flag(shown, reader="b")

    actions.decide([Case.get_by_id(made.case)], moderator, ruling)

    found = list(Notice.select().where(Notice.event == "flag-decided"))
    says = told(found)[found[0].id]
    assert [one.recipient for one in found] == [key]
    assert (says.text, says.url, says.title) == (words, f"/en/flags/{made.code}", "")
