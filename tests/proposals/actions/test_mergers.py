import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.db import now
from portal.errors import Refused
from portal.links.actions import join
from portal.moderation.actions.log import LOG
from portal.moderation.models import Case
from portal.proposals import actions
from portal.proposals.models import (
    KIND,
    Consent,
    Merger,
    MergerState,
    Proposal,
    ProposalTheme,
    State,
    Support,
)
from portal.proposals.queries import mergers as queries
from portal.proposals.queries.boards import slips
from portal.proposals.queries.proposals import around
from portal.proposals.wording import Wording
from portal.vocabulary.queries import vocabulary
from portal.workshops.actions import leave, set_phase
from portal.workshops.models import Participant, Phase, Workshop
from tests.factories import (
    make_participant,
    make_proposal,
    make_service,
    make_workshop,
)
from tests.proposals.groups import make_merger, merge


def author_of(proposal):
    return Participant.get_by_id(proposal.author)


def state_of(merger):
    return Merger.get_by_id(merger.id).state


def states(*proposals):
    return [Proposal.get_by_id(row.id).state for row in proposals]


def on_board(workshop):
    return {slip.suggestion: slip.supports for slip in slips(workshop.id)}


def test_nothing_changes_until_every_author_has_agreed(app):
    workshop = make_workshop()
    parts = [make_proposal(workshop, name) for name in ("One", "Two", "Three")]
    merger = make_merger(*parts)

    for part in parts[:2]:
        actions.set_consent(merger, author_of(part), wanted=True)

    assert state_of(merger) is MergerState.ASKED
    assert on_board(workshop) == {"One": 0, "Two": 0, "Three": 0}

    actions.set_consent(merger, author_of(parts[2]), wanted=True)

    assert state_of(merger) is MergerState.DONE
    assert on_board(workshop) == {"One for all": 0}
    assert states(*parts) == [State.MERGED] * 3


def test_supports_stay_where_they_are_and_their_givers_are_told(app):
    workshop = make_workshop()
    parts = [make_proposal(workshop, supports=2), make_proposal(workshop, supports=1)]
    giver = Participant.get_by_id(
        Support.get(Support.proposal == parts[0].id).participant
    )
    before = sorted(Support.select(Support.proposal, Support.participant).tuples())

    result = merge(*parts)

    after = sorted(Support.select(Support.proposal, Support.participant).tuples())
    assert after == before
    assert [one.id for one in queries.became(workshop.id, giver)] == [result.id]
    assert queries.became(workshop.id, make_participant(workshop)) == []

    actions.set_support(result, giver, wanted=True)

    assert queries.became(workshop.id, giver) == []


def test_merged_proposal_tells_the_voices_and_brings_what_its_parts_are_about(app):
    workshop = make_workshop()
    voices = (Voice.STAFF, Voice.EXPERT, Voice.EXPERT)
    parts = [
        make_proposal(workshop, author=make_participant(workshop, voice))
        for voice in voices
    ]
    theme = next(iter(vocabulary().of("theme").values()))
    for part in parts[:2]:
        ProposalTheme.create(proposal=part, theme=theme.id)
    join(KIND, parts[1].id, "service", make_service("Bus").id)
    cluster = actions.make_cluster(
        workshop, "Buses", language="en", proposals=[part.id for part in parts]
    )

    result = merge(*parts)

    (slip,) = slips(workshop.id)
    assert (slip.id, slip.voices) == (result.id, (Voice.EXPERT, Voice.STAFF))
    assert slip.cluster == cluster.id
    assert [name.title for name in around(result.id, "en")["service"]] == ["Bus"]
    assert [
        row.theme
        for row in ProposalTheme.select().where(ProposalTheme.proposal == result.id)
    ] == [theme.id]
    assert (result.author, result.published_at is None) == (None, False)


def test_one_no_ends_it(app):
    workshop = make_workshop()
    parts = [make_proposal(workshop, "One"), make_proposal(workshop, "Two")]
    merger = make_merger(*parts)

    actions.set_consent(merger, author_of(parts[0]), wanted=True)
    actions.set_consent(merger, author_of(parts[1]), wanted=False)

    assert state_of(merger) is MergerState.DROPPED
    assert on_board(workshop) == {"One": 0, "Two": 0}
    with pytest.raises(Refused):
        actions.set_consent(merger, author_of(parts[1]), wanted=True)


def test_author_of_two_parts_answers_once_and_nobody_answers_for_another(app):
    workshop = make_workshop()
    both = make_participant(workshop)
    parts = [make_proposal(workshop, author=both) for _ in range(2)]
    other = make_proposal(workshop)
    merger = make_merger(*parts, other)

    actions.set_consent(merger, make_participant(workshop), wanted=False)
    actions.set_consent(merger, both, wanted=True)

    found = queries.merger(workshop.id, merger.id, both)
    assert [part.consent for part in found.parts] == [
        Consent.YES,
        Consent.YES,
        Consent.ASKED,
    ]
    assert (len(found.own), found.waiting) == (2, 1)


def test_author_who_has_left_can_be_passed_over_and_is_told_of(app):
    workshop = make_workshop()
    stays, left = make_proposal(workshop), make_proposal(workshop)
    merger = make_merger(stays, left)

    with pytest.raises(Refused):
        actions.set_unreachable(merger, left.id, wanted=True)
    leave(author_of(left))
    actions.set_unreachable(merger, left.id, wanted=True)
    actions.set_consent(merger, author_of(stays), wanted=True)

    result = Merger.get_by_id(merger.id).result
    assert [part.consent for part in queries.origin(result).parts] == [
        Consent.YES,
        Consent.UNREACHABLE,
    ]


def test_undoing_brings_the_parts_back_as_they_were(app):
    workshop = make_workshop()
    parts = [make_proposal(workshop, "One", supports=2), make_proposal(workshop, "Two")]
    result = merge(*parts)
    merger = Merger.get(Merger.result == result.id)

    actions.set_undone(merger)
    actions.set_undone(merger)

    assert state_of(merger) is MergerState.UNDONE
    assert on_board(workshop) == {"One": 2, "Two": 0}
    assert states(result) == [State.WITHDRAWN]
    assert [row.merged_into for row in Proposal.select()] == [None] * 3
    assert merge(*map(Proposal.get_by_id, parts)).id != result.id


def test_new_words_that_waited_wait_again_when_a_merger_is_undone(app):
    workshop = make_workshop()
    parts = [make_proposal(workshop, "One"), make_proposal(workshop, "Two")]
    actions.reword(parts[0], Wording("One, better"))

    result = merge(*parts)
    merged = [row.item_id for row in Case.select().where(Case.decided_at.is_null())]
    actions.set_undone(Merger.get(Merger.result == result.id))

    waiting = [row.item_id for row in Case.select().where(Case.decided_at.is_null())]
    assert (merged, waiting) == ([], [parts[0].id])


def test_withdrawing_a_part_ends_what_it_was_asked_into(app):
    workshop = make_workshop()
    parts = [make_proposal(workshop), make_proposal(workshop)]
    merger = make_merger(*parts)

    actions.set_withdrawn(parts[0], wanted=True)

    assert state_of(merger) is MergerState.DROPPED


def test_once_the_vote_begins_nothing_is_merged_or_undone(app):
    workshop = make_workshop()
    done = merge(make_proposal(workshop), make_proposal(workshop))
    parts = [make_proposal(workshop), make_proposal(workshop)]
    merger = make_merger(*parts)
    set_phase(workshop, Phase.VOTE)

    with pytest.raises(Refused):
        actions.set_consent(merger, author_of(parts[0]), wanted=True)
    with pytest.raises(Refused):
        actions.set_undone(Merger.get(Merger.result == done.id))
    with pytest.raises(Refused):
        make_merger(*parts)
    actions.set_dropped(merger)

    assert state_of(merger) is MergerState.DROPPED


def test_same_question_asked_twice_is_one_and_other_overlaps_are_refused(app):
    workshop = make_workshop()
    parts = [make_proposal(workshop) for _ in range(3)]
    merger = make_merger(*parts[:2])

    assert make_merger(*parts[:2]) == merger
    for others in (parts[:2], parts[1:]):
        with pytest.raises(Refused):
            make_merger(*others, suggestion="Other words")

    assert Merger.select().count() == 1


def test_only_what_is_on_this_board_and_made_of_one_can_be_merged(app):
    workshop = make_workshop()
    here = make_proposal(workshop)
    result = merge(make_proposal(workshop), make_proposal(workshop))
    waiting = make_proposal(workshop, state=State.WAITING)
    foreign = make_proposal(make_workshop())

    for other in (waiting, foreign, result, here):
        with pytest.raises(Refused):
            make_merger(here, other)


def test_merged_proposals_change_no_more_by_their_authors(app):
    workshop = make_workshop()
    part = make_proposal(workshop)
    merge(part, make_proposal(workshop))

    with pytest.raises(Refused):
        actions.reword(part, Wording("Other words"))
    with pytest.raises(Refused):
        actions.set_withdrawn(part, wanted=True)


def test_mergers_settled_long_ago_are_told_no_more(app):
    workshop = make_workshop()
    part = make_proposal(workshop)
    merge(part, make_proposal(workshop))
    author = author_of(part)
    lately = queries.asked_of(workshop.id, author)

    Merger.update(settled_at=now() - queries.TOLD * 2).execute()

    assert len(lately) == 1
    assert queries.asked_of(workshop.id, author) == []
    assert Workshop.get_by_id(workshop.id).phase is Phase.GATHER


def test_new_words_of_all_parts_leave_the_queue_with_the_log_held_last():
    workshop = make_workshop()
    parts = [make_proposal(workshop), make_proposal(workshop)]
    for part in parts:
        actions.reword(part, Wording("In other words"))

    with count_queries() as queries:
        merge(*parts)

    asked = [record.msg[1] or [] for record in queries.get_queries()]
    assert sum(LOG in values for values in asked) == 1
