import pytest

from portal.accounts.models import Voice
from portal.errors import Refused
from portal.facilitation.actions.cards import (
    Writer,
    Written,
    WrongCard,
    enter_cards,
    print_cards,
)
from portal.facilitation.forms.lines import card_in
from portal.facilitation.queries.cards import batches
from portal.moderation.models import Case
from portal.proposals.actions import Wording
from portal.proposals.models import PaperCard, Proposal, Relation, State
from portal.workshops.models import Phase, Way
from tests.factories import make_user, make_workshop

EXPERT = Writer(Voice.EXPERT, "sv", Relation.ASSISTED)


def written(number, suggestion="Öppna dörren"):
    return Written(number, Wording(suggestion, "Den är stängd.", "Alla"))


def test_cards_are_printed_with_numbers_of_their_own():
    workshop = make_workshop()

    first, second = print_cards(workshop, 3), print_cards(workshop, 2)

    assert len(set(first + second)) == 5
    assert [(b.first, b.last, b.count, b.entered) for b in batches(workshop.id)] == [
        (second[0], second[-1], 2, 0),
        (first[0], first[-1], 3, 0),
    ]


def test_entered_card_waits_for_a_moderator_and_has_no_author():
    workshop, user = make_workshop(), make_user()
    (number,) = print_cards(workshop, 1)

    (entered,) = enter_cards(
        workshop, user, [written(number)], EXPERT, submission="one"
    )

    row = Proposal.get_by_id(entered.id)
    assert (row.author, row.way, row.voice, row.language) == (
        None,
        Way.PAPER,
        Voice.EXPERT,
        "sv",
    )
    assert (row.relation, row.entered_by, row.state) == (
        Relation.ASSISTED,
        user.id,
        State.WAITING,
    )
    assert PaperCard.get_by_id(number).proposal == row.id
    assert Case.select().where(Case.item_id == row.id).count() == 1


def test_same_card_sent_twice_is_entered_once():
    workshop, user = make_workshop(), make_user()
    (number,) = print_cards(workshop, 1)

    both = [
        enter_cards(workshop, user, [written(number)], EXPERT, submission="one")
        for _ in range(2)
    ]

    assert both[0] == both[1]
    assert Proposal.select().where(Proposal.workshop == workshop).count() == 1


def test_card_that_is_in_is_not_entered_anew():
    workshop, user = make_workshop(), make_user()
    (number,) = print_cards(workshop, 1)
    (first,) = enter_cards(workshop, user, [written(number)], EXPERT, submission="one")

    with pytest.raises(WrongCard) as wrong:
        enter_cards(
            workshop, user, [written(number, "Annat")], EXPERT, submission="two"
        )

    assert (wrong.value.place, wrong.value.proposal) == (0, first.id)
    assert Proposal.select().where(Proposal.workshop == workshop).count() == 1


def test_one_wrong_number_enters_none():
    workshop, user = make_workshop(), make_user()
    (number,) = print_cards(workshop, 1)
    (elsewhere,) = print_cards(make_workshop(), 1)

    with pytest.raises(WrongCard) as wrong:
        enter_cards(
            workshop,
            user,
            [written(number), written(elsewhere)],
            EXPERT,
            submission="one",
        )

    assert (wrong.value.place, wrong.value.proposal) == (1, None)
    assert Proposal.select().where(Proposal.workshop == workshop).count() == 0
    assert PaperCard.get_by_id(number).proposal is None


def test_cards_are_entered_while_proposals_are_gathered():
    workshop = make_workshop(Phase.GROUP)

    with pytest.raises(Refused):
        enter_cards(workshop, make_user(), [written(None)], EXPERT, submission="one")


@pytest.mark.parametrize(
    ("line", "number", "words"),
    [
        ("A bench", None, ("A bench", "", "")),
        (
            "57\tA bench\tNone now\tOld people",
            57,
            ("A bench", "None now", "Old people"),
        ),
        ("57; A bench", 57, ("A bench", "", "")),
        ("57 benches", None, ("57 benches", "", "")),
        ("1. A bench", None, ("1. A bench", "", "")),
        ("\tA bench\t\tAll\tof us", None, ("A bench", "", "All of us")),
    ],
)
def test_line_is_read(line, number, words):
    assert card_in(line) == Written(number, Wording(*words))
