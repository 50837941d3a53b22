"""Links are tried once a day; one failure is no proof."""

import pytest

from portal.directory.actions import DraftText, Law
from portal.directory.models import Channel, ChannelKind
from portal.upkeep.actions.links import Found, check_all
from portal.upkeep.models import LinkCheck, LinkUse
from portal.upkeep.queries.links import failing, in_use
from tests.factories import make_service, make_team
from tests.upkeep.web import small_web


@pytest.fixture
def web():
    with small_web() as (base, _asked):
        yield base


def anywhere(_address):
    return True


def make_linked(*urls, **fields):
    text = DraftText(name="Rent help", description=" ".join(urls))
    return make_service(texts={"en": text}, **fields)


def check(times=1):
    return [check_all(anywhere) for _ in range(times)][-1]


def test_addresses_are_found_wherever_a_card_leads():
    service = make_service(
        texts={
            "en": DraftText(
                name="Rent help",
                description="See [this](https://a.example/x_(y), or https://b.example.",
            )
        },
        laws=[Law(1, "en", "The act", "https://law.example/1")],
    )
    Channel.create(
        service=service,
        position=1,
        kind=ChannelKind.WEB,
        contact="https://c.example/form",
    )

    assert in_use() == {
        "https://a.example/x_(y": {service.id},
        "https://b.example": {service.id},
        "https://law.example/1": {service.id},
        "https://c.example/form": {service.id},
    }


def test_address_fails_only_when_it_failed_twice_in_a_row(web):
    service = make_linked(f"{web}/404", f"{web}/200")

    first = check()
    after_one = failing()
    second = check()
    after_two = failing()

    assert first == Found(tried=2, working=1, failing=1, for_the_first_time=1)
    assert after_one == []
    assert second == Found(tried=2, working=1, failing=1, for_the_first_time=0)
    assert [(f.service_id, f.url, f.status) for f in after_two] == [
        (service.id, f"{web}/404", 404)
    ]
    assert (
        after_two[0].failing_since < LinkCheck.get(LinkCheck.failures == 2).checked_at
    )


def test_address_that_works_again_is_forgiven(web):
    make_linked(f"{web}/404")
    check(2)
    LinkCheck.update(url=f"{web}/200").execute()
    make_linked(f"{web}/200")

    check()

    row = LinkCheck.get(LinkCheck.url == f"{web}/200")
    assert (row.failures, row.failing_since) == (0, None)


def test_address_that_no_card_leads_to_is_forgotten(web):
    make_linked(f"{web}/404").delete_instance(recursive=True)
    LinkCheck.create(url=f"{web}/gone")

    check()

    assert (LinkCheck.select().count(), LinkUse.select().count()) == (0, 0)


def test_address_on_two_cards_is_tried_once_and_told_of_both(web):
    first, second = make_linked(f"{web}/404"), make_linked(f"{web}/404")

    found = check(2)

    assert found.tried == 1
    assert [f.service_id for f in failing()] == [first.id, second.id]


def test_failing_links_are_narrowed_to_a_team(web):
    team = make_team()
    mine = make_linked(f"{web}/404", team=team)
    make_linked(f"{web}/410", team=make_team())
    check(2)

    assert [f.service_id for f in failing(team=team.code)] == [mine.id]


def test_address_inside_counts_as_failing(web):
    make_linked(f"{web}/200")

    found = check_all()

    assert (found.failing, LinkCheck.get().problem) == (
        1,
        "127.0.0.1 is not on the public web",
    )
