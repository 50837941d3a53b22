from datetime import date

from playhouse.test_utils import count_queries

from portal.agreement import actions
from portal.agreement.actions import Facts, Text
from portal.agreement.models import (
    KIND,
    CardState,
    DefinedService,
    DefinitionCard,
    Deviation,
    DeviationText,
    Field,
    RolloutState,
)
from portal.agreement.queries import rollouts
from portal.agreement.queries.figures import Figure
from portal.agreement.queries.rollouts import UNKNOWN, Cell
from portal.directory.models import KIND as SERVICE
from portal.search.queries import related
from portal.vocabulary.queries import vocabulary
from tests.agreement.things import make_card, make_follower, rule
from tests.factories import make_service


def cards_of(service):
    """The titles of definition cards that search tells belong to the service."""
    found = related(SERVICE, service.id, (KIND,), "en")[KIND]
    return [(name.slug, name.title) for name in found]


def test_addresses_of_cards_are_free_and_never_that_of_a_page():
    names = ["New", "Guidance", "Guidance"]

    slugs = [actions.create({"en": Text(n)}, Facts()).slug for n in names]

    assert slugs == ["new-2", "guidance", "guidance-2"]


def test_published_card_is_joined_with_its_services():
    card = make_card("Guidance", slug="guidance")
    service = make_follower(card)

    assert cards_of(service) == [("guidance", "Guidance")]


def test_draft_is_named_nowhere():
    card = make_card(state=CardState.DRAFT, slug="guidance")
    service = make_follower(card)
    before = cards_of(service)

    actions.set_facts(card, Facts(state=CardState.PUBLISHED))
    published = cards_of(service)
    actions.set_facts(card, Facts(state=CardState.DRAFT))

    assert (before, len(published), cards_of(service)) == ([], 1, [])


def test_changed_name_is_found_by_search():
    card = make_card("Guidance", slug="guidance")
    service = make_follower(card)

    actions.set_text(card, "en", Text("Advice"))

    assert cards_of(service) == [("guidance", "Advice")]


def test_service_follows_one_card_at_a_time():
    one, other = make_card("One", slug="one"), make_card("Other", slug="other")
    service = make_follower(one)

    actions.set_service(other, service, wanted=True)

    assert [row.card for row in DefinedService.select()] == [other.id]
    assert cards_of(service) == [("other", "Other")]


def test_service_is_taken_off_its_own_card_only():
    one, other = make_card(slug="one"), make_card()
    service = make_follower(one)

    actions.set_service(other, service, wanted=False)
    still = DefinedService.select().count()
    actions.set_service(one, service, wanted=False)
    actions.set_service(one, service, wanted=False)

    assert (still, DefinedService.select().count(), cards_of(service)) == (1, 0, [])


def test_decision_replaces_the_one_before():
    card = make_card(tier="regional")
    service = make_follower(card)
    rule(card, service, until=date(2030, 1, 1), en="Old", fi="Vanha")

    rule(card, service, until=date(2031, 1, 1), sv="Ny")

    (row,) = Deviation.select()
    texts = [(text.language, text.reason) for text in DeviationText.select()]
    assert (row.field, row.accepted_until) == (Field.TIER, date(2031, 1, 1))
    assert texts == [("sv", "Ny")]


def test_rollout_is_set_by_value_and_can_be_not_known_again():
    card = make_card(responsible_worker=True)
    harju = vocabulary().of("area")["harju"]

    for state in (RolloutState.PLANNED, RolloutState.IN_USE):
        since = date(2026, 1, 1)
        actions.set_rollout(card, harju, state, since, {"en": "Note"})
    set_to = rollouts.table("en").cells[card.id, "harju"]
    actions.set_rollout(card, harju, None, None, {})

    assert set_to == Cell(RolloutState.IN_USE, date(2026, 1, 1), "Note", "en")
    assert rollouts.table("en").cells[card.id, "harju"] == UNKNOWN


def test_rollout_counts_what_is_not_known_as_not_in_use():
    card = make_card(responsible_worker=True)
    make_card(responsible_worker=False)
    make_card(responsible_worker=True, state=CardState.DRAFT)
    areas = vocabulary().of("area")
    actions.set_rollout(card, areas["harju"], RolloutState.IN_USE, None, {})
    actions.set_rollout(card, areas["niemi"], RolloutState.STOPPED, None, {})

    table = rollouts.table("en")

    municipalities = len(areas) - 1
    assert (table.whole, table.of_card(card.id)) == (Figure(1, municipalities),) * 2
    assert table.of_area("harju") == Figure(1, 1)
    assert table.of_area("niemi") == Figure(0, 1)


def test_rollouts_ask_the_database_alike_for_one_and_for_three():
    """The vocabulary's number; texts of cards; cards; rows with notes."""
    counts = []
    harju = vocabulary().of("area")["harju"]
    for more in (1, 2):
        for _ in range(more):
            card = make_card(responsible_worker=True)
            state = RolloutState.IN_USE
            actions.set_rollout(card, harju, state, None, {"en": "A", "fi": "B"})
        with count_queries() as counted:
            rollouts.table("en")
        counts.append(counted.count)

    assert counts == [4, 4]


def test_facts_can_be_taken_back():
    card = make_card(tier="near", agreed_on=date(2026, 1, 1))

    actions.set_facts(card, Facts())

    row = DefinitionCard.get_by_id(card.id)
    assert (row.tier, row.agreed_on, row.state) == (None, None, CardState.DRAFT)


def test_deleted_service_takes_its_agreement_along():
    card = make_card(tier="regional")
    service = make_follower(card)
    make_service()
    rule(card, service)

    service.delete_instance()

    assert (DefinedService.select().count(), Deviation.select().count()) == (0, 0)
