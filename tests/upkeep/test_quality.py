import pytest

from portal.upkeep.quality import RUNNING, Poor, warnings

GOOD = {
    "phone": "019 123 4500",
    "email": "",
    "tags/area": "harju",
    **{f"text/en/{name}": "" for name in RUNNING},
    "text/en/name": "Debt advice",
    "text/en/summary": "Come when bills grow.",
}


def found(**changes):
    named = {f"text/en/{name}": value for name, value in changes.items()}
    return warnings(GOOD | named, "en")


def test_good_card_is_not_warned_of():
    assert found() == []


@pytest.mark.parametrize(
    ("field", "words", "expected"),
    [
        ("summary", "", Poor("no-summary", "summary")),
        ("summary", "debt advice.", Poor("summary-is-name", "summary")),
        ("summary", "w" * 153, Poor("long-summary", "summary", "3")),
        (
            "access",
            "Call 040 123 4567.",
            Poor("phone-in-text", "access", "040 123 4567"),
        ),
        (
            "access",
            "Call +358 40 1234567",
            Poor("phone-in-text", "access", "+358 40 1234567"),
        ),
        ("cost", "Ask a.b@c.example", Poor("email-in-text", "cost", "a.b@c.example")),
        (
            "cost",
            "See www.c.example now",
            Poor("address-in-text", "cost", "www.c.example"),
        ),
        ("cost", "In 2026 it is free", Poor("year-in-text", "cost", "2026")),
        (
            "description",
            "w " * 26 + ".",
            Poor("long-sentence", "description", "w w w w w w …"),
        ),
        (
            "description",
            "A b. C d. E f. G h. I j.",
            Poor("long-paragraph", "description", "A b. C d. E f. …"),
        ),
    ],
)
def test_poor_words_are_warned_of(field, words, expected):
    assert found(**{field: words}) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "w " * 24 + "w.",
        "A b. C d. E f. G h.",
        "A b. C d.\n\nE f. G h.\n\nI j.",
        "- A b\n- C d\n- E f\n- G h\n- I j",
        "It costs 12 000 euros in 3 months, 30–45 minutes.",
        "On Mondays 9.30–11.30",
    ],
)
def test_plain_words_are_not_warned_of(words):
    assert found(description=words) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"tags/area": ""}, ["no-area"]),
        ({"phone": "", "email": "a@b.c"}, []),
        ({"phone": ""}, ["no-phone-or-email", "only-by-identification"]),
        ({"phone": "", "place/x/phone": ""}, ["no-phone-or-email"]),
        ({"phone": "", "channel/1/identification": "no"}, ["no-phone-or-email"]),
        (
            {"phone": "", "channel/1/identification": "yes"},
            ["no-phone-or-email", "only-by-identification"],
        ),
    ],
)
def test_ways_that_are_missing_are_warned_of(changes, expected):
    assert [poor.what for poor in warnings(GOOD | changes, "en")] == expected


def test_language_that_is_not_there_is_not_warned_of():
    assert warnings(GOOD, "sv") == []
