"""The ways to a service, and what is told of waiting."""

from datetime import timedelta

import pytest

from portal.db import today
from portal.directory.actions import DraftChannel, DraftText
from portal.directory.models import ChannelKind, Known
from portal.directory.reviews import months_after
from tests.directory.test_card import card, fact
from tests.factories import answer_phone, give_at, make_place, make_service

LOGIN = "Every way we know of needs bank codes or a mobile certificate."


def way(kind=ChannelKind.ONLINE, identification=Known.YES, **fields):
    texts = fields.pop("texts", {"en": ("Way in", "")})
    contact = fields.pop("contact", "https://way.example")
    return DraftChannel(kind, contact, identification, texts)


def rows(soup):
    return soup.select("section[aria-labelledby=ways] .rows > li")


@pytest.mark.parametrize(
    ("identification", "words"),
    [
        (Known.YES, "Needs bank codes or a mobile certificate"),
        (Known.NO, "Works without bank codes"),
        (Known.UNKNOWN, "Bank codes: not known"),
    ],
)
def test_way_tells_its_kind_and_whether_bank_codes_are_needed(
    client, identification, words
):
    texts = {"en": ("Secure message", "Answers in two days")}
    channels = [way(identification=identification, texts=texts)]

    (row,) = rows(card(client, make_service(channels=channels)))

    assert (row.a.text, row.a["href"]) == ("Secure message", "https://way.example")
    assert row.select_one(".small").text == "Answers in two days"
    assert [span.text for span in row.select(".meta span")] == [
        "Online service",
        words,
    ]


def test_ways_stand_in_their_order_and_lead_where_they_can(client):
    channels = [
        way(ChannelKind.SMS, contact="019 123 4501"),
        way(ChannelKind.POST, contact="Box 45"),
        way(ChannelKind.WEB, contact="javascript:alert(1)"),
        way(ChannelKind.CHAT, contact="https://chat.example"),
    ]

    found = rows(card(client, make_service(channels=channels)))

    assert [row.a and row.a["href"] for row in found] == [
        "sms:0191234501",
        None,
        None,
        "https://chat.example",
    ]


def test_name_of_a_way_in_another_language_is_marked(client):
    channels = [way(texts={"sv": ("Chatten", "")}), way(texts={})]

    found = rows(card(client, make_service(channels=channels)))

    assert [(row.b.text, row.b.get("lang")) for row in found] == [
        ("Chatten", "sv"),
        ("Online service", None),
    ]


def test_when_every_way_needs_identification_the_guidance_phone_is_given(client):
    service = make_service(channels=[way(), way(ChannelKind.CHAT)])

    panel = card(client, service).select_one(".panel")

    assert LOGIN in panel.text
    assert panel.select_one("p a.tap")["href"] == "tel:0191234500"


@pytest.mark.parametrize("other", ["phone", "email", "place", "channel", "unknown"])
def test_one_way_without_identification_is_enough(client, other):
    more = {"phone": {"phone": "019 1"}, "email": {"email": "a@b.example"}}
    known = {"channel": Known.NO, "unknown": Known.UNKNOWN}
    second = [way(identification=known[other])] if other in known else []
    service = make_service(channels=[way(), *second], **more.get(other, {}))
    if other == "place":
        give_at(make_place(), service)

    assert LOGIN not in card(client, service).text


def test_chat_that_needs_no_identification_has_a_button(client):
    closed = way(ChannelKind.CHAT, contact="https://closed.example")
    free = way(ChannelKind.CHAT, Known.NO, contact="https://free.example")

    soup = card(client, make_service(channels=[closed, free]))

    assert [a["href"] for a in soup.select(".panel .button")] == [
        "https://free.example"
    ]


def test_phone_tells_when_it_is_answered(client):
    service = make_service(phone="019 123 4500")
    answer_phone(service, "mon-sun 0:00-24:00")

    panel = card(client, service).select_one(".panel")

    assert panel.select_one(".badge").text.strip() == "Answers round the clock"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "Not known"),
        (0, "No waiting (checked "),
        (1, "About 1 day (checked "),
        (13, "About 13 days (checked "),
        (20, "About 3 weeks (checked "),
        (95, "About 3 months (checked "),
    ],
)
def test_waiting_time_is_told_with_its_date(client, days, words):
    service = make_service(wait_days=days, wait_checked_on=today())

    told = fact(card(client, service), "Waiting time")

    assert told.startswith(words)
    assert "the check is late" not in told


def test_waiting_time_grows_old_in_three_months(client):
    ago = months_after(today(), -3)
    old = make_service(wait_days=5, wait_checked_on=ago - timedelta(days=1))
    fresh = make_service(wait_days=5, wait_checked_on=ago)
    never = make_service(wait_days=5)

    told = [fact(card(client, one), "Waiting time") for one in (old, fresh, never)]

    assert ["the check is late" in words for words in told] == [True, False, True]
    assert "(not known when this was checked)" in told[2]


def test_promise_what_to_bring_and_the_reason_of_the_tier_are_told(client):
    text = DraftText("A", promise="*Soon*", bring="Letters", tier_reason="It is near")

    soup = card(client, make_service(texts={"en": text}))

    assert fact(soup, "What we promise") == "Soon"
    assert fact(soup, "What to take along") == "Letters"
    assert fact(soup, "Why this is given where it is") == "It is near"
