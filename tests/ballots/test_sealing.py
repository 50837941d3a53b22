from dataclasses import replace

import pytest
from flask import Flask

from portal.ballots.drafts import MOST_OPTIONS
from portal.ballots.sealing import Content, Unreadable, seal, unseal
from portal.ballots.tallies import Method
from portal.db import LARGEST_ID

pytestmark = pytest.mark.no_database

CONTENT = Content([1, 2], "resident", "web", "ABCDEFGHJK")
LONG = Content(
    {"1": "object"}, "staff", "web", "K" * 10, {"1": ("object", "sv", "ö" * 900)}
)


def test_sealed_content_is_read_back_at_its_place(app: Flask) -> None:
    with app.app_context():
        assert unseal(seal(CONTENT, Method.DOTS, "1:a"), "1:a") == CONTENT
        assert unseal(seal(LONG, Method.CONSENT, "1:a"), "1:a") == LONG


def test_ballots_of_one_poll_are_equally_long_and_never_alike(app: Flask) -> None:
    other = replace(CONTENT, choice=list(range(60)))

    with app.app_context():
        sealed = [seal(content, Method.DOTS, "1:a") for content in (CONTENT, other)]
        again = seal(CONTENT, Method.DOTS, "1:a")

    assert len(sealed[0]) == len(sealed[1]) == 1280 + 12 + 16
    assert again != sealed[0]


def test_ballot_moved_to_another_place_does_not_open(app: Flask) -> None:
    with app.app_context(), pytest.raises(Unreadable):
        unseal(seal(CONTENT, Method.DOTS, "1:a"), "2:a")


def test_another_application_secret_does_not_open_it(app: Flask) -> None:
    with app.app_context():
        sealed = seal(CONTENT, Method.DOTS, "1:a")
        kept = app.config["SECRET_KEY"]
        app.config["SECRET_KEY"] = "another key for tests"
        try:
            with pytest.raises(Unreadable):
                unseal(sealed, "1:a")
        finally:
            app.config["SECRET_KEY"] = kept


def test_content_too_long_for_its_poll_is_refused(app: Flask) -> None:
    with app.app_context(), pytest.raises(ValueError, match="too long"):
        seal(replace(CONTENT, choice=list(range(600))), Method.DOTS, "1:a")


@pytest.mark.parametrize(
    ("method", "said", "words"),
    [(Method.SCORE, 10, ""), (Method.CONSENT, "agree-if", "\N{GRINNING FACE}" * 33)],
)
def test_the_fullest_ballot_there_can_be_is_sealed(app: Flask, method, said, words):
    ids = [str(LARGEST_ID - n) for n in range(MOST_OPTIONS)]
    reasons = {key: (said, "fi", words) for key in ids if words}
    full = Content(dict.fromkeys(ids, said), "resident", "kiosk", "K" * 10, reasons)

    with app.app_context():
        assert unseal(seal(full, method, "1:a"), "1:a") == full
