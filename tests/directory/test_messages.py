import pytest

from portal.directory.actions import DraftText
from portal.directory.messages import MOST_LETTERS, length, message, plain
from portal.directory.queries.slips import taken
from tests.factories import answer_phone, give_at, make_place, make_service

ADDRESS = "https://verstas.example/en/services/help"


def sent(app, service):
    with app.test_request_context("/en/slip"):
        return message(taken([service.slug], "en")[0], ADDRESS)


def test_message_tells_who_when_and_where(app):
    service = make_service("Help", phone="019 123 4500")
    answer_phone(service, "mon-fri 9:00-15:00")
    library = make_place(name="Library", street="Street 1")
    give_at(library, service, "mon-tue 9:00-11:30")
    give_at(make_place(name="Hall", street=""), service, appointment=True)

    assert sent(app, service) == (
        "Help\n019 123 4500\nMon-Fri 9-15\nMon-Tue 9-11:30 Library, Street 1\n"
        f"By appointment Hall\n{ADDRESS}"
    )


def test_message_of_a_service_without_anything_is_its_name_and_address(app):
    assert sent(app, make_service("Help")) == f"Help\n{ADDRESS}"


def test_message_never_tells_where_a_protected_place_is(app):
    service = make_service("Shelter")
    hidden = make_place(name="Hidden house", street="Hidden street", protected=True)
    give_at(hidden, service, "mon-sun 0:00-24:00")

    assert sent(app, service) == (
        f"Shelter\nThe address is not shown. You get it by phone.\n{ADDRESS}"
    )


def test_message_leaves_places_out_rather_than_grow_over_three_messages(app):
    service = make_service("Help", phone="019 123 4500")
    for _ in range(9):
        give_at(
            make_place(name="A long name of a place " * 3), service, "mon 9:00-10:00"
        )

    found = sent(app, service)

    assert MOST_LETTERS - 90 < length(found) <= MOST_LETTERS
    assert found.endswith(f"\n{ADDRESS}")


def test_message_shortens_a_name_that_leaves_no_room(app):
    text = DraftText("Very " * 59 + "long")
    service = make_service(texts={"en": text}, phone="0" * 40)
    far = ADDRESS + "x" * 150

    with app.test_request_context("/en/slip"):
        found = message(taken([service.slug], "en")[0], far)

    name, phone, address = found.split("\n")
    assert length(found) <= MOST_LETTERS
    assert (name[-8:], phone, address) == ("Very...", "0" * 40, far) or name.endswith(
        "..."
    )


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("9–11, “soita”, it’s…", '9-11, "soita", it\'s...'),
        ("åäö ÅÄÖ é", "åäö ÅÄÖ é"),
        ("019\u00a0123 kuntou\u00adtus", "019 123 kuntoutus"),
        ("Čáhcesuolu", "Cahcesuolu"),
        ("安", "?"),
    ],
)
def test_plain_text_is_in_the_letters_of_a_text_message(text, letters):
    assert plain(text) == letters


def test_brackets_and_the_euro_sign_count_double():
    assert length("5 € [a]") == 10
