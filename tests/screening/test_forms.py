import pytest
from werkzeug.datastructures import MultiDict

from portal.forms import Line, Text, at_most, required
from portal.screening.findings import Finding, Sort
from portal.screening.forms import ScreenedForm, shortened

PHONE = "040 123 4567"


class Letter(ScreenedForm):
    head = Line("Head", [required("Write a head"), at_most(80)])
    body = Text("Body", [at_most(200)])
    to = Line("To")

    unshown = frozenset({"to"})
    passes = frozenset({Sort.EMAIL})


@pytest.fixture
def sent(app):
    with app.test_request_context("/en/"):

        def send(**written):
            form = Letter(MultiDict({"head": "About buses", **written}))
            return form, form.validate()

        yield send


def test_clean_words_pass(sent):
    form, passes = sent(body="Buses should run at night.")

    assert (passes, form.findings, form.offers_reader) == (True, (), False)


def test_what_is_found_is_an_error_that_quotes_it(sent):
    form, passes = sent(body=f"Call {PHONE} now.")

    assert not passes
    assert form.findings == (Finding(Sort.PHONE, "body", 5, 17),)
    assert form.problems == [
        (
            "body",
            (
                f"This looks like a phone number: {PHONE}. "
                "Leave the number out. Name the service instead."
            ),
        )
    ]
    assert form.body.data == f"Call {PHONE} now."


def test_several_of_a_sort_are_told_of_at_once(sent):
    form, _passes = sent(body=f"{PHONE}, 050 765 4321 and {PHONE}; car ABC-123.")

    phones, plate = (told for _id, told in form.problems)
    assert phones.startswith(f"This looks like a phone number: {PHONE}, 050 765 4321. ")
    assert plate.startswith("This looks like the plate of a car: ABC-123. ")
    assert form.summary == "2 things to fix before we can go on"


def test_person_may_be_asked_to_read_it_as_it_is(sent):
    form, passes = sent(body=f"Call {PHONE}.", asks_reader="1")

    assert passes
    assert [one.sort for one in form.findings] == [Sort.PHONE]
    assert form.offers_reader


def test_asking_for_a_reader_mends_nothing_else(sent):
    form, passes = sent(head="", body=f"Call {PHONE}.", asks_reader="1")

    assert not passes
    assert form.problems == [("head", "Write a head")]
    assert not form.lacks_only_tick


def test_other_errors_stand_before_what_was_found(sent):
    form, _passes = sent(body=f"{PHONE} " + "a" * 200)

    assert [told for _id, told in form.problems] == ["Shorten this by 13 characters"]
    assert form.offers_reader


def test_sign_of_danger_is_no_error(sent):
    form, passes = sent(body="I want to kill myself.")

    assert passes
    assert form.tells_danger
    assert not form.offers_reader


def test_fields_that_nobody_sees_and_sorts_that_belong_there_pass(sent):
    form, passes = sent(body="Write to anna@example.org.", to=PHONE)

    assert (passes, form.findings) == (True, ())


def test_only_a_tick_is_lacking(sent):
    form, passes = sent(body=f"Call {PHONE}.")

    assert (passes, form.lacks_only_tick) == (False, True)


def test_long_quotes_are_shortened():
    assert shortened("a" * 60) == "a" * 60
    assert shortened("a" * 61) == "a" * 60 + "…"
