"""Balance, coverage and the tier board."""

import pytest
from playhouse.test_utils import count_queries

from portal.agreement.actions import Text, set_service
from portal.agreement.models import CardState
from portal.agreement.queries.balance import balance
from portal.agreement.queries.coverage import coverage
from portal.agreement.queries.figures import Figure
from portal.agreement.queries.tiers import Placed, board
from portal.directory.actions import DraftText
from portal.directory.models import Origin
from portal.directory.queries.areas import municipalities
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary
from tests.agreement.things import make_card, unpublish
from tests.factories import make_service


def row_of(code):
    """How many services a municipality has, by focus and without one."""
    (row,) = [row for row in balance() if row.area and row.area.code == code]
    return row.n, {name: f.part for name, f in row.shares.items()}, row.unknown


def test_balance_counts_the_county_for_each_municipality():
    make_service(tags="area:county focus:early")
    make_service(tags="area:harju focus:preventive")
    make_service(tags="area:harju area:county focus:corrective")
    make_service(tags="area:harju")

    harju, niemi = row_of("harju"), row_of("niemi")

    assert harju == (4, {"preventive": 1, "early": 1, "corrective": 1}, 1)
    assert niemi == (2, {"preventive": 0, "early": 1, "corrective": 1}, 0)


def test_balance_of_the_whole_counts_each_service_once():
    make_service(tags="area:harju area:niemi focus:early")
    make_service(tags="focus:early")

    *_areas, whole = balance()

    assert (whole.area, whole.n) == (None, 2)
    assert whole.shares["early"] == Figure(2, 2)


def test_balance_leaves_out_what_is_not_the_regions_own_and_public():
    make_service(tags="area:harju focus:early", origin=Origin.NATIONAL_DESCRIPTION)
    unpublish(make_service(tags="area:harju focus:early"))
    make_service(tags="area:harju focus:early")

    assert row_of("harju") == (1, {"preventive": 0, "early": 1, "corrective": 0}, 0)


def test_coverage_counts_and_names_the_gaps():
    make_service(tags="need:money area:county")
    make_service(tags="need:money area:harju")
    make_service(tags="need:housing area:harju")

    seen = coverage({})

    assert [seen.cells["money", code] for code in ("harju", "niemi")] == [2, 1]
    assert [seen.cells["housing", code] for code in ("harju", "niemi")] == [1, 0]
    gaps = {need.code: [area.code for area in areas] for need, areas in seen.gaps}
    others = [code for code in municipalities(vocabulary()) if code != "harju"]
    assert gaps["housing"] == others
    assert "money" not in gaps
    met = len(others) + 2
    assert seen.empty == len(seen.cells) - met


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 3),
        ({Scheme.LANGUAGE: "sv"}, 2),
        ({Scheme.CHANNEL: "chat"}, 2),
        ({Scheme.LANGUAGE: "sv", Scheme.CHANNEL: "chat"}, 1),
        ({Scheme.LANGUAGE: "no-such", Scheme.CHANNEL: ""}, 3),
    ],
)
def test_coverage_narrows_by_language_and_channel(wanted, count):
    make_service(tags="need:money area:harju language:sv channel:chat")
    make_service(tags="need:money area:harju language:sv")
    make_service(tags="need:money area:harju language:fi channel:chat")

    assert coverage(wanted).cells["money", "harju"] == count


def test_coverage_tells_the_gaps_behind_each_choice():
    make_service(tags="need:money area:county language:sv channel:chat")
    cells = len(coverage({}).cells)

    seen = coverage({Scheme.LANGUAGE: "sv"})

    gaps = {c.word.code: (c.gaps, c.chosen) for c in seen.choices[Scheme.LANGUAGE]}
    served = len(municipalities(vocabulary()))
    assert (gaps["sv"], gaps["fi"]) == ((cells - served, True), (cells, False))
    ways = {c.word.code: c.gaps for c in seen.choices[Scheme.CHANNEL]}
    assert (ways["chat"], ways["phone"]) == (cells - served, cells)


def test_tiers_hold_their_services_those_without_a_reason_first():
    reasoned = {"en": DraftText("Alone", tier_reason="Few need it")}
    make_service(slug="alone", tags="tier:regional", texts=reasoned)
    make_service("Zebra", tags="tier:regional")
    make_service("Near", tags="tier:near")

    tiers = {tier.word.code: tier for tier in board("en")}

    assert [placed.name for placed in tiers["regional"].services] == ["Zebra", "Alone"]
    assert tiers["regional"].services[1] == Placed(
        "alone", "Alone", "en", "Few need it", "en", agreed=False
    )
    assert tiers["regional"].without_reason == 1
    assert list(tiers) == ["near", "regional", "centralised", "mobile", "remote"]


def test_reason_in_another_language_is_told_to_be():
    texts = {"fi": DraftText("Yksi", tier_reason="Harva tarvitsee")}
    make_service(slug="one", tags="tier:near", texts=texts)

    (placed,) = board("sv")[0].services

    assert placed == Placed("one", "Yksi", "fi", "Harva tarvitsee", "fi", agreed=False)


@pytest.mark.parametrize(
    ("tier", "state", "reason"),
    [
        ("near", CardState.PUBLISHED, "Agreed reason"),
        ("remote", CardState.PUBLISHED, ""),
        ("near", CardState.DRAFT, ""),
    ],
)
def test_reason_of_the_card_holds_on_the_tier_it_is_about(tier, state, reason):
    texts = {"en": Text("Card", tier_reason="Agreed reason")}
    card = make_card(tier=tier, state=state, texts=texts)
    service = make_service("Own", tags="tier:near")
    set_service(card, service, wanted=True)

    (placed,) = board("en")[0].services

    assert (placed.reason, placed.agreed) == (reason, bool(reason))


def test_pictures_ask_the_database_alike_for_one_and_for_three():
    """Tiers: the vocabulary's number, tags with texts, reasons of cards. Balance and
    coverage: numbers only, of what is kept in memory."""
    tags = "tier:near need:money area:county focus:early"
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_service(tags=tags)
        balance()
        for read in (lambda: board("en"), balance, lambda: coverage({})):
            with count_queries() as counted:
                read()
            counts.append(counted.count)

    assert counts[:3] == counts[3:]
    assert counts[0] == 3
