"""A signed link says whether a card still holds; reading it changes nothing."""

from datetime import date

import pytest
from itsdangerous import TimestampSigner

from portal.db import today
from portal.directory.models import Service, ServiceVersion
from portal.limits import FOLLOW
from portal.upkeep import review_links
from portal.upkeep.models import ServiceFeedback, Source
from tests.factories import give_at, make_place, make_service, make_user, sign_in
from tests.workshops.pages import words

CHECKED = date(2025, 3, 1)


@pytest.fixture
def service():
    return make_service("Rent help", checked_on=CHECKED, phone="019 123 4501")


def address_of(app, service, checked_on=CHECKED):
    with app.app_context():
        return f"/en/reviews/{review_links.signed(service.id, checked_on)}"


def row(service):
    return Service.get_by_id(service.id)


def right(service):
    return {"decision": "right", "edition": str(row(service).edition)}


def test_reading_shows_the_main_facts_and_changes_nothing(app, client, service):
    give_at(make_place(street="Library Street 2"), service, "mon 9:00-11:00")

    page = client.get(address_of(app, service))

    assert page.status_code == 200
    for part in ("Rent help", "019 123 4501", "Library Street 2", "Still right"):
        assert part in words(page).replace("\xa0", " ")
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert row(service).checked_on == CHECKED


def test_address_of_a_protected_place_is_not_shown(app, client, service):
    give_at(
        make_place(street="Secret Street 1", protected=True), service, "mon 9:00-10:00"
    )

    page = client.get(address_of(app, service))

    assert "Secret Street" not in page.text


def test_still_right_checks_the_card_today_and_keeps_a_version(app, client, service):
    address = address_of(app, service)

    done = client.post(address, data=right(service))
    thanks = client.get(done.location)

    newest = ServiceVersion.select().order_by(ServiceVersion.edition.desc()).get()
    assert done.status_code == 303
    assert row(service).checked_on == today()
    assert (newest.edition, newest.note, newest.saved_by) == (
        row(service).edition,
        "Still right, by the link in the mail",
        None,
    )
    assert "The card is marked as checked today." in words(thanks)


def test_somebody_who_is_signed_in_is_named_in_the_version(app, service):
    keeper = make_user()

    sign_in(app, keeper).post(address_of(app, service), data=right(service))

    newest = ServiceVersion.select().order_by(ServiceVersion.edition.desc()).get()
    assert newest.saved_by == keeper.id


def test_second_press_changes_nothing_and_says_so_kindly(app, client, service):
    address = address_of(app, service)
    client.post(address, data=right(service))
    edition = row(service).edition

    again = client.post(address, data=right(service))
    page = client.get(again.location)

    assert again.status_code == 303
    assert row(service).edition == edition
    assert "This link has been used." in words(page)
    assert "Still right" not in words(page)


def test_card_that_changed_meanwhile_is_to_be_read_again(app, client, service):
    sent = right(service)
    Service.update(edition=2).execute()

    page = client.post(address_of(app, service), data=sent)

    assert page.status_code == 409
    assert "The card changed while you were reading it." in words(page)
    assert row(service).checked_on == CHECKED


def test_change_becomes_feedback_for_the_owner(app, client, service):
    sent = client.post(
        address_of(app, service),
        data={**right(service), "decision": "changes", "message": "Closed in July"},
    )

    stored = ServiceFeedback.get()
    assert (stored.service, stored.source, stored.message) == (
        service.id,
        Source.REVIEW,
        "Closed in July",
    )
    assert sent.location == f"/en/feedback/{stored.code}?sent=1"
    assert row(service).checked_on == CHECKED


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"decision": "changes", "message": ""}, "Write what changes"),
        ({"message": "Closed"}, "Choose whether the card is right"),
        (
            {"decision": "changes", "message": "Ask 131052-308T"},
            "Take the personal identity code away",
        ),
    ],
)
def test_what_can_not_be_used_is_told(app, client, service, sent, told):
    page = client.post(address_of(app, service), data=sent)

    assert page.status_code == 422
    assert told in words(page)
    assert ServiceFeedback.select().count() == 0


def test_old_link_says_so_kindly(app, client, service, monkeypatch):
    long_ago = TimestampSigner("k").get_timestamp() - 61 * 24 * 3600
    with monkeypatch.context() as then:
        then.setattr(TimestampSigner, "get_timestamp", lambda _signer: long_ago)
        address = address_of(app, service)

    page = client.get(address)
    posted = client.post(address, data=right(service))

    assert page.status_code == 200
    assert "This link has grown old." in words(page)
    assert posted.status_code == 303
    assert row(service).checked_on == CHECKED


def test_link_for_another_purpose_is_none_of_ours(app, client, service):
    good = address_of(app, service)

    tries = [client.get(good + "x").status_code for _ in range(FOLLOW.attempts)]

    assert tries == [404] * FOLLOW.attempts
    assert client.get(good).status_code == 429


def test_link_to_a_card_that_is_gone_is_not_found(app, client, service):
    address = address_of(app, service)
    service.delete_instance(recursive=True)

    assert client.get(address).status_code == 404


def test_card_never_checked_can_be_said_right(app, client):
    service = make_service("New", checked_on=None)

    client.post(address_of(app, service, None), data=right(service))

    assert row(service).checked_on == today()
