import pytest
from playhouse.test_utils import count_queries

from portal.proposals.models import State
from portal.proposals.queries.similar import alike, similar
from portal.proposals.wording import Wording
from portal.vocabulary.actions import ConceptDraft, store_concept
from tests.factories import make_proposal, make_workshop
from tests.workshops.pages import warm

BUS = "The bus should wait for the evening ferry"


@pytest.fixture
def workshop():
    return make_workshop()


def found(workshop, text, language="en"):
    slips = similar(workshop.id, Wording(text), language, None)
    return [slip.suggestion for slip in slips]


def test_proposals_of_the_same_words_are_found_best_first(workshop):
    make_proposal(workshop, "Coffee at the door")
    make_proposal(workshop, "Let the bus stop at the ferry")
    make_proposal(workshop, "Buses wait for evening ferries")

    assert found(workshop, BUS) == [
        "Buses wait for evening ferries",
        "Let the bus stop at the ferry",
    ]


def test_one_shared_word_is_too_little(workshop):
    make_proposal(workshop, "A cleaner bus")

    assert found(workshop, BUS) == []
    assert found(workshop, "bus") == []
    assert found(workshop, "") == []


def test_only_what_is_on_this_board_is_found(workshop):
    make_proposal(make_workshop(), BUS)
    make_proposal(workshop, BUS, state=State.WAITING)

    assert found(workshop, BUS) == []


def test_inflected_words_are_found_in_their_own_language(workshop):
    make_proposal(workshop, "Bussit odottavat lauttoja", language="fi")

    assert found(workshop, "bussi odottaa lauttaa", "fi") == [
        "Bussit odottavat lauttoja"
    ]


def test_the_same_things_are_found_in_another_language(workshop):
    for code, words in (
        ("ferry", {"sv": ["färja"], "en": ["ferry"]}),
        ("timetable", {"sv": ["tidtabell"], "en": ["timetable"]}),
    ):
        store_concept(code, ConceptDraft(words, {}, []))
    make_proposal(workshop, "Färja utan tidtabell", language="sv")

    assert found(workshop, "Ferry without timetable") == ["Färja utan tidtabell"]


@pytest.mark.parametrize("count", [1, 3])
def test_few_and_many_cost_the_same(workshop, count):
    for _ in range(count):
        make_proposal(workshop, BUS)
    warm()
    found(workshop, BUS)

    with count_queries() as queries:
        found(workshop, BUS)

    # Version of the phrases, the words of the board, the slips that are shown.
    assert queries.count == 3


@pytest.mark.no_database
def test_what_many_proposals_say_tells_less():
    board = {number: frozenset({"bus", "evening"}) for number in range(1, 9)}
    board[9] = frozenset({"ferry", "evening"})

    scores = alike(frozenset({"bus", "ferry", "evening"}), board)

    assert max(scores, key=scores.get) == 9


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "ערב טוב " * 50, "🚌 " * 500, "\u202e a"]
)
def test_odd_words_are_passed_over(workshop, text):
    make_proposal(workshop, BUS)

    assert found(workshop, text) == []
