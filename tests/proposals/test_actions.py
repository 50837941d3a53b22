from portal.moderation.models import Case
from portal.proposals import actions
from portal.proposals.actions import Wording
from portal.proposals.models import Proposal, Support
from tests.factories import make_participant, make_proposal, make_workshop


def test_propose_again_with_the_same_sending_gives_the_first():
    """Two requests that both looked before either had written."""
    workshop = make_workshop()
    author = make_participant(workshop)

    made = [
        actions.propose(
            workshop, author, Wording("Open"), language="en", submission="one sending"
        )
        for _ in range(2)
    ]

    assert [proposal.id for proposal in made] == [Proposal.get().id] * 2
    assert Case.select().count() == 1


def test_support_set_again_and_again_is_one_or_none():
    workshop = make_workshop()
    proposal, person = make_proposal(workshop), make_participant(workshop)

    counts = []
    for wanted in (True, True, False, False, True):
        actions.set_support(proposal, person, wanted=wanted)
        counts.append(Support.select().where(Support.proposal == proposal).count())

    assert counts == [1, 1, 0, 0, 1]
