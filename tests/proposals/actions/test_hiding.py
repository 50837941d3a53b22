import pytest

from portal.errors import Refused
from portal.links.actions import join
from portal.proposals import actions
from portal.proposals.actions import take_off_board
from portal.proposals.models import (
    KIND,
    Comment,
    Merger,
    MergerState,
    Proposal,
    ProposalVersion,
    Rewording,
    State,
)
from portal.proposals.queries.comments import discussion
from portal.proposals.wording import Wording
from portal.search.models import Entry
from portal.workshops.models import Participant, Phase
from tests.factories import make_proposal, make_service, make_workshop, take_seat
from tests.proposals.groups import make_comment, make_merger, merge
from tests.workshops.pages import texts

pytestmark = pytest.mark.usefixtures("speaking")


@pytest.fixture
def workshop():
    return make_workshop()


def row_of(proposal):
    return Proposal.get_by_id(proposal.id)


def titles(proposal):
    these = (Entry.kind == KIND) & (Entry.item_id == proposal.id)
    return [row.title for row in Entry.select().where(these)]


def test_hidden_proposal_is_on_no_page_and_in_no_title(app, workshop):
    author, me = take_seat(app, workshop)
    shown = make_proposal(workshop, "Open late", author=me)
    join(KIND, shown.id, "service", make_service().id)
    actions.show_title(shown.id)
    before = titles(shown)

    actions.hide(shown.id)

    assert (before, titles(shown)) == (["Open late"], [])
    address = f"/en/proposals/{shown.id}"
    assert app.test_client().get(address).status_code == 404
    assert texts(author.get(address), ".notice b") == ["Not shown."]
    with pytest.raises(Refused):
        actions.reword(row_of(shown), Wording("Other"))


def test_hidden_proposal_that_is_withdrawn_comes_back_hidden(workshop):
    shown = make_proposal(workshop)
    actions.hide(shown.id)

    for wanted in (True, False):
        actions.set_withdrawn(row_of(shown), wanted=wanted)

    assert row_of(shown).state is not State.PUBLISHED


def test_part_of_a_merger_is_hidden_and_stays_so_when_that_is_undone(workshop):
    first, second = make_proposal(workshop), make_proposal(workshop)
    result = merge(first, second)
    actions.hide(first.id)

    actions.publish(first.id)
    again = row_of(first).state
    actions.hide(first.id)
    actions.set_undone(result.mergers.get())

    assert again is State.MERGED
    assert [row_of(one).state for one in (first, second)] == [
        State.HIDDEN,
        State.PUBLISHED,
    ]


def test_words_of_a_hidden_part_are_not_on_the_page_of_the_whole(app, workshop):
    first, second = (make_proposal(workshop, words) for words in ("Of Ann", "Of all"))
    result = merge(first, second)
    actions.hide(first.id)

    page = app.test_client().get(f"/en/proposals/{result.id}").text

    assert ("Of Ann" in page, "Of all" in page, "Not shown" in page) == (
        False,
        True,
        True,
    )


@pytest.mark.parametrize("take_off", [actions.hide, take_off_board])
def test_what_is_off_the_board_becomes_no_part_of_another(workshop, take_off):
    first, second = make_proposal(workshop), make_proposal(workshop)
    merger = make_merger(first, second)

    take_off(first.id)

    assert Merger.get_by_id(merger.id).state is MergerState.DROPPED


@pytest.mark.parametrize("returned", [True, False])
def test_what_is_taken_off_the_board_keeps_the_words_that_are_newer(workshop, returned):
    shown = make_proposal(workshop, "Old")
    actions.reword(shown, Wording("New"))
    Rewording.update(returned=returned).execute()

    actions.take_off_board(shown.id)

    row = row_of(shown)
    state = State.RETURNED if returned else State.WAITING
    assert (row.suggestion, row.state, row.published_at) == ("New", state, None)
    assert Rewording.select().count() == 0


def test_hidden_one_comes_back_with_the_words_that_wait(workshop):
    shown = make_proposal(workshop, "Old")
    actions.reword(shown, Wording("New"))
    actions.hide(shown.id)

    actions.publish(shown.id)

    row = row_of(shown)
    assert (row.suggestion, row.state) == ("New", State.PUBLISHED)


def test_words_are_erased_only_where_they_are_not_public(workshop):
    shown = make_proposal(workshop, "Stays")
    hidden = make_proposal(workshop, "Goes")
    actions.reword(hidden, Wording("Goes too"))
    actions.publish(hidden.id)
    actions.hide(hidden.id)

    for proposal in (shown, hidden):
        actions.erase(proposal.id)

    assert [row_of(one).suggestion for one in (shown, hidden)] == ["Stays", ""]
    assert row_of(hidden).problem == ""
    assert ProposalVersion.select().count() == 0


def test_returned_new_words_are_erased_beside_what_is_public(workshop):
    shown = make_proposal(workshop, "Stays")
    actions.reword(shown, Wording("Goes"))

    actions.erase(shown.id)
    waits = Rewording.select().count()
    actions.send_back(shown.id)
    actions.erase(shown.id)

    assert (waits, Rewording.select().count()) == (1, 0)
    assert row_of(shown).suggestion == "Stays"


def test_hidden_comment_stands_without_its_words_while_there_are_replies():
    proposal = make_proposal(make_workshop(Phase.DISCUSS))
    first, alone = make_comment(proposal, "Bad"), make_comment(proposal, "Worse")
    make_comment(proposal, "Why?", replies_to=first)

    for comment in (first, alone):
        actions.hide_comment(comment.id)

    (thread,) = discussion(proposal.id, None).threads
    assert thread.first.state is State.HIDDEN
    assert [reply.body for reply in thread.replies] == ["Why?"]
    me = Participant.get_by_id(Comment.get_by_id(alone.id).author)
    assert [own.said.body for own in discussion(proposal.id, me).own] == ["Worse"]


def test_erased_comment_has_no_words():
    proposal = make_proposal(make_workshop(Phase.DISCUSS))
    public, hidden = make_comment(proposal, "Stays"), make_comment(proposal, "Goes")
    actions.hide_comment(hidden.id)

    for comment in (public, hidden):
        actions.erase_comment(comment.id)

    rows = Comment.select().order_by(Comment.id)
    assert [row.body for row in rows] == ["Stays", ""]
