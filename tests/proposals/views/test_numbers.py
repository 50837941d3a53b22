import pytest
from playhouse.test_utils import count_queries

from portal.proposals.models import PaperCard, Proposal, State
from portal.workshops.models import Entry, Phase
from tests.factories import make_proposal, make_workshop
from tests.workshops.pages import soup, texts, warm

pytestmark = pytest.mark.one_engine


def look(client, number):
    return client.get("/en/proposals", query_string={"number": number})


def card_of(proposal=None, workshop=None, number=900_001):
    owner = proposal.workshop if proposal else workshop
    PaperCard.create(id=number, workshop=owner, proposal=proposal)
    return number


def test_card_leads_to_its_proposal(client):
    proposal = make_proposal(make_workshop(), "A bench")

    page = look(client, f"No. {card_of(proposal)}")

    assert texts(page, "main h2") == ["Card 900001"]
    assert texts(page, f'a[href="/en/proposals/{proposal.id}"]') == ["A bench"]


def test_number_of_a_proposal_is_found_too(client):
    proposal = make_proposal(make_workshop(), "A bench")

    page = look(client, proposal.id)

    assert texts(page, "main h2") == [f"Proposal {proposal.id}"]


def test_two_things_with_one_number_are_both_shown(client):
    workshop = make_workshop()
    first, second = make_proposal(workshop, "One"), make_proposal(workshop, "Two")
    card_of(second, number=first.id)

    page = look(client, first.id)

    assert texts(page, "main h2") == [f"Card {first.id}", f"Proposal {first.id}"]


@pytest.mark.parametrize("state", [State.WAITING, State.RETURNED])
def test_words_that_are_not_public_are_not_told(client, state):
    proposal = make_proposal(make_workshop(), "A secret bench", state=state)

    page = look(client, card_of(proposal))

    assert "secret" not in page.text
    assert texts(page, "main h2") == ["Card 900001"]


def test_withdrawn_tells_its_state_only(client):
    proposal = make_proposal(make_workshop(), "A secret bench")
    Proposal.update(state=State.WITHDRAWN).where(Proposal.id == proposal.id).execute()

    page = look(client, card_of(proposal))

    assert "secret" not in page.text
    assert texts(page, "section .badge") == ["Withdrawn by its author"]


def test_card_that_is_not_entered_says_so(client):
    page = look(client, card_of(workshop=make_workshop()))

    assert "has not been entered yet" in page.text


def test_workshop_by_invitation_is_not_there_for_others(client):
    proposal = make_proposal(make_workshop(entry=Entry.INVITED), "A bench")

    page = look(client, card_of(proposal))

    assert texts(page, "main h2") == ["We find nothing with the number 900001"]


@pytest.mark.parametrize(
    "number", ["x", "0", "9" * 5000, "-", "1 2", "<b>", "\u202e5\u0665", "2147483648"]
)
def test_anything_may_be_asked(client, number):
    page = look(client, number)

    assert page.status_code == 200
    assert len(soup(page).select(".nothing")) == 1


def test_look_up_costs_the_same_however_large_the_board(client):
    workshop = make_workshop(Phase.ANSWER)
    proposals = [make_proposal(workshop) for _ in range(3)]
    number = card_of(proposals[0])
    warm()

    with count_queries() as queries:
        look(client, number)

    # The card, the proposal, the workshop, version of the vocabulary, its texts, its
    # areas, version of the names of teams, the answer, its texts.
    assert queries.count == 9
