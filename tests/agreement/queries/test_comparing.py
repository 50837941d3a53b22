from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.agreement.actions import set_service
from portal.agreement.models import CardState, Decision, Field
from portal.agreement.queries import comparing
from portal.agreement.queries.comparing import Verdict
from portal.agreement.queries.figures import Figure
from portal.db import today
from portal.directory.models import Channel, ChannelKind, Charge, Known, Origin
from portal.vocabulary.queries import vocabulary
from tests.agreement.things import (
    AGREED,
    make_card,
    make_follower,
    make_same,
    make_strict_card,
    rule,
    unpublish,
)
from tests.factories import give_at, make_place

YESTERDAY, TOMORROW = today() - timedelta(days=1), today() + timedelta(days=1)


def differing():
    """The fields that differ, of every compared service, by its name."""
    return {
        service.name: {item.field for item in service.differences}
        for service in comparing.compared("en")
    }


def verdicts():
    return [
        item.verdict
        for service in comparing.compared("en")
        for item in service.differences
    ]


def test_service_that_is_as_agreed_agrees_in_all_ten():
    make_same(make_strict_card(), "Same")

    (service,) = comparing.compared("en")

    assert [item.field for item in service.items] == list(Field)
    assert (service.differences, service.figure) == ([], Figure(10, 10))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"tags": "tier:remote access:none language:fi language:sv"}, Field.TIER),
        ({"tags": "access:none language:fi language:sv"}, Field.TIER),
        ({"tags": f"{AGREED} tier:remote"}, Field.TIER),
        ({"tags": "tier:near access:decision language:fi language:sv"}, Field.ACCESS),
        ({"tags": "tier:near access:none language:fi"}, Field.LANGUAGES),
        ({"charge": Charge.CHARGED}, Field.CHARGE),
        ({"charge": Charge.UNKNOWN}, Field.CHARGE),
        ({"assessment": Known.YES}, Field.ASSESSMENT),
        ({"recorded": Known.UNKNOWN}, Field.RECORDED),
        ({"name_asked": Known.YES}, Field.NAME_ASKED),
        ({"told": Known.UNKNOWN}, Field.TOLD),
        ({"phone": ""}, Field.CHANNEL),
        ({"wait_days": None}, Field.WAIT),
    ],
)
def test_one_difference_is_found_in_its_field(change, field):
    make_same(make_strict_card(), "Other", **change)

    assert differing() == {"Other": {field}}


def test_more_languages_than_agreed_are_no_difference():
    make_same(make_strict_card(), "Same", tags=f"{AGREED} language:en")

    assert differing() == {"Same": set()}


def test_what_is_not_agreed_is_not_compared():
    make_follower(make_card(), tags="tier:remote language:fi language:sv")

    (service,) = comparing.compared("en")

    assert [item.field for item in service.items] == [
        Field.LANGUAGES,
        Field.CHANNEL,
        Field.WAIT,
    ]
    assert service.figure == Figure(3, 3)


@pytest.mark.parametrize(
    ("identifications", "expected"),
    [
        ([], ("unknown",)),
        ([Known.YES], ("no",)),
        ([Known.YES, Known.UNKNOWN], ("unknown",)),
        ([Known.YES, Known.NO], ("yes",)),
    ],
)
def test_way_in_is_known_by_the_channels(identifications, expected):
    service = make_follower(make_card(), phone="")
    for identification in identifications:
        Channel.create(
            service=service,
            position=0,
            kind=ChannelKind.FORM,
            identification=identification,
        )

    (compared,) = comparing.compared("en")

    found = {item.field: item.actual for item in compared.items}
    assert found[Field.CHANNEL] == expected


def test_door_is_a_way_in():
    service = make_follower(make_card(), "Door", phone="")
    give_at(make_place(), service)

    assert differing() == {"Door": set()}


@pytest.mark.parametrize(
    ("state", "until", "verdict"),
    [
        (Decision.ACCEPTED, TOMORROW, Verdict.ACCEPTED),
        (Decision.ACCEPTED, today(), Verdict.ACCEPTED),
        (Decision.ACCEPTED, YESTERDAY, Verdict.LATE),
        (Decision.TO_MEND, TOMORROW, Verdict.TO_MEND),
        (Decision.TO_MEND, None, Verdict.TO_MEND),
        (Decision.TO_MEND, YESTERDAY, Verdict.LATE),
    ],
)
def test_decision_holds_until_its_day(state, until, verdict):
    card = make_card(tier="regional")
    rule(card, make_follower(card), state=state, until=until)

    assert verdicts() == [verdict]


def test_accepted_counts_as_uniform_and_late_does_not():
    card = make_card(tier="regional")
    rule(card, make_follower(card), until=TOMORROW)
    rule(card, make_follower(card), until=YESTERDAY)
    rule(card, make_follower(card), state=Decision.TO_MEND)
    make_follower(card)

    services = comparing.compared("en")

    # Four services in four fields each; of the tier, one is accepted.
    assert comparing.whole(services) == Figure(13, 16)
    assert comparing.by_card(services) == {card.id: Figure(13, 16)}


def test_decision_under_another_card_does_not_count():
    old, new = make_card(tier="regional"), make_card(tier="remote")
    service = make_follower(old)
    rule(old, service, until=TOMORROW)

    before = verdicts()

    set_service(new, service, wanted=True)

    assert (before, verdicts()) == ([Verdict.ACCEPTED], [Verdict.OPEN])


def test_only_public_services_of_the_region_are_compared():
    card = make_card()
    unpublish(make_follower(card, "Hidden"))
    make_follower(card, "Template", origin=Origin.NATIONAL_DESCRIPTION)
    make_follower(card, "Own")

    assert [service.name for service in comparing.compared("en")] == ["Own"]


def test_draft_is_compared_on_its_own_page_only():
    draft = make_card(state=CardState.DRAFT)
    make_follower(draft, "Own")

    assert comparing.compared("en") == []
    assert [s.name for s in comparing.compared("en", draft.id)] == ["Own"]


def test_service_of_the_county_counts_in_each_municipality():
    card = make_card()
    make_follower(card, tags="language:fi language:sv area:county area:harju")
    make_follower(card, tags="language:fi area:niemi")
    make_follower(card, tags="language:fi")

    figures = comparing.by_municipality(comparing.compared("en"))

    assert figures == {
        code: Figure(5, 6) if code == "niemi" else Figure(3, 3)
        for code in vocabulary().of("area")
        if code != "county"
    }


def test_differences_come_in_the_order_of_their_urgency():
    card = make_card(tier="regional")
    later = TOMORROW + timedelta(days=1)
    rule(card, make_follower(card, "Later"), until=later)
    rule(card, make_follower(card, "Sooner"), until=TOMORROW)
    rule(card, make_follower(card, "Mend"), state=Decision.TO_MEND)
    make_follower(card, "Open B")
    make_follower(card, "Open a")
    rule(card, make_follower(card, "Late"), until=YESTERDAY)

    pairs = comparing.differences(comparing.compared("en"))

    assert [service.name for service, _item in pairs] == [
        "Late",
        "Open a",
        "Open B",
        "Mend",
        "Sooner",
        "Later",
    ]


@pytest.mark.parametrize(
    ("part", "n", "percent"),
    [(0, 0, None), (0, 3, 0), (1, 1000, 1), (1, 3, 33), (2, 3, 67), (999, 1000, 99)],
)
def test_share_is_whole_only_of_all_and_nothing_only_of_none(part, n, percent):
    assert Figure(part, n).percent == percent


def test_one_service_and_three_ask_the_database_alike():
    """The vocabulary's number twice; cards; decisions; names, tags, channels, places
    of services; services."""
    card = make_strict_card()
    rule(card, make_same(card), until=TOMORROW)
    comparing.compared("en")
    with count_queries() as one:
        comparing.compared("en")

    other = make_strict_card()
    rule(other, make_same(other), until=TOMORROW, en="One", fi="Yksi")
    make_same(card)
    with count_queries() as three:
        comparing.compared("en")

    assert (one.count, three.count) == (9, 9)
