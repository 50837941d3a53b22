"""What is run once a day: asking, and erasing."""

from datetime import timedelta

import pytest

from portal.db import now, today
from portal.directory.actions import DraftText
from portal.directory.models import Organisation, Service
from portal.notices.models import Mail
from portal.upkeep.models import ReviewReminder, ServiceFeedback
from tests.factories import make_service, make_user
from tests.upkeep.feedback import make_answer, make_feedback

KEEPER = "keeper@verstas.example"


def run(app, *words):
    done = app.test_cli_runner().invoke(args=["upkeep", *words])
    assert done.exit_code == 0, done.output
    return done.output


def make_kept(name, days=400, email=KEEPER, **fields):
    """A card last checked so many days ago, of which somebody is asked once a year."""
    texts = {code: DraftText(name=f"{name} {code}") for code in ("fi", "sv", "en")}
    checked = today() - timedelta(days=days)
    service = make_service(name, texts=texts, checked_on=checked, **fields)
    Service.update(review_email=email).where(Service.id == service.id).execute()
    return service


def test_one_letter_to_each_address_with_a_link_for_each_card(app, client):
    make_user(email=KEEPER, language="en")
    for name in ("Rent help", "Debt help"):
        make_kept(name)
    make_kept("Bus", email="other@verstas.example")

    said = run(app, "remind")

    letters = {letter.recipient: letter for letter in Mail.select()}
    mine = letters[KEEPER]
    links = [line for line in mine.body.splitlines() if "/reviews/" in line]
    assert said == "Letters: 2, about cards: 3.\n"
    assert mine.subject == "Are these 2 service cards still right?"
    assert "Rent help en" in mine.body
    assert "Debt help en" in mine.body
    assert "Bus" not in mine.body
    paths = ["/en/reviews/" + link.partition("/en/reviews/")[2] for link in links]
    assert [client.get(path).status_code for path in paths] == [200, 200]


def test_address_without_an_account_is_written_to_in_both_languages(app):
    make_kept("Rent help")

    run(app, "remind")

    body = Mail.get().body
    assert ("/fi/reviews/" in body, "/sv/reviews/" in body) == (True, True)
    assert ("Rent help fi" in body, "Rent help sv" in body) == (True, True)


def test_nobody_is_asked_twice_within_two_weeks(app):
    make_kept("Rent help")

    first, second = run(app, "remind"), run(app, "remind")
    ReviewReminder.update(sent_on=today() - timedelta(days=14)).execute()
    third = run(app, "remind")

    assert [first, second, third] == [
        "Letters: 1, about cards: 1.\n",
        "Letters: 0, about cards: 0.\n",
        "Letters: 1, about cards: 1.\n",
    ]


@pytest.mark.parametrize(
    ("days", "asked"), [(400, 1), (360, 1), (353, 1), (345, 0), (10, 0)]
)
def test_asked_when_the_check_is_within_two_weeks(app, days, asked):
    make_kept("Rent help", days)

    assert run(app, "remind") == f"Letters: {asked}, about cards: {asked}.\n"


def test_card_never_checked_is_asked_about(app):
    service = make_kept("Rent help")
    Service.update(checked_on=None).where(Service.id == service.id).execute()

    assert run(app, "remind") == "Letters: 1, about cards: 1.\n"


def test_organisation_is_asked_where_the_card_has_no_address(app):
    owner = Organisation.create(code="ngo", kind="ngo", email="ngo@verstas.example")
    make_kept("Rent help", email="", organisation=owner)
    make_kept("Nobody's", email="")

    said = run(app, "remind")

    assert said == "Letters: 1, about cards: 1.\n"
    assert Mail.get().recipient == "ngo@verstas.example"


def test_addresses_are_erased_a_while_after_the_answer(app):
    old, new, waiting = (make_feedback(email=KEEPER, question=q) for q in "abc")
    with app.app_context():
        make_answer(old)
        make_answer(new)
    ServiceFeedback.update(answered_at=now() - timedelta(days=31)).where(
        ServiceFeedback.id == old.id
    ).execute()

    said = run(app, "tidy")

    kept = [ServiceFeedback.get_by_id(f.id).email for f in (old, new, waiting)]
    assert kept == ["", KEEPER, KEEPER]
    assert said == "Erased: addresses 1, letters 0.\n"


def test_feedback_is_deleted_so_many_days_after_its_answer(app):
    old, new, waiting = (make_feedback(question=q) for q in "abc")
    days = app.config["FEEDBACK_DAYS"]
    with app.app_context():
        for found, ago in ((old, days + 1), (new, days - 1)):
            make_answer(found)
            ServiceFeedback.update(answered_at=now() - timedelta(days=ago)).where(
                ServiceFeedback.id == found.id
            ).execute()
    ServiceFeedback.update(received_at=now() - timedelta(days=2 * days)).execute()

    said = run(app, "forget-feedback")

    kept = {row.id for row in ServiceFeedback.select(ServiceFeedback.id)}
    assert said == "1 forgotten.\n"
    assert kept == {new.id, waiting.id}


def test_links_are_told_of(app):
    assert run(app, "links") == (
        "0 addresses: 0 work, 0 do not, 0 of these for the first time.\n"
    )
