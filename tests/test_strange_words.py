"""Words without an end, from right to left, and pictures for letters: wherever people
write in a workshop, they are taken as they are, or given back whole."""

import pytest

from portal.permissions import Role
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase
from tests.factories import (
    make_proposal,
    make_team,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.workshops.pages import errors, fields, send
from tests.workshops.written import WRITTEN

pytestmark = pytest.mark.one_engine

ENDLESS = "ä" * 10_000
STRANGE = "\u202eתחנה ליד הספרייה \U0001f9f6\U0001f469\u200d\U0001f467 ﷽"
BOARD, CLUSTERS, POLLS = "/workshops/doors/board", "/clusters", "/polls"
SESSION = {"day": "1.6.2030", "starts": "17.00", "ends": "19.00", "address": "Harju"}
PLACES = {
    # Who writes in which phase, on which page and by which form, in which field.
    "proposal": ("seat", Phase.GATHER, BOARD, "/proposals", "suggestion", {}),
    "problem": (
        "seat",
        Phase.GATHER,
        BOARD,
        "/proposals",
        "problem",
        {"suggestion": "A"},
    ),
    "comment": (
        "seat",
        Phase.DISCUSS,
        "/proposals/{number}",
        "/comments",
        "body",
        {"pick_stance": "support"},
    ),
    "cluster": (
        "desk",
        Phase.GROUP,
        f"/workshops/doors{CLUSTERS}",
        CLUSTERS,
        "title",
        {},
    ),
    "poll": ("desk", Phase.VOTE, "/workshops/doors/polls/new", POLLS, "title_en", {}),
    "option": (
        "desk",
        Phase.VOTE,
        "/workshops/doors/polls/new",
        POLLS,
        "own_0_fi",
        {"title_en": "Which?"},
    ),
    "answer": (
        "desk",
        Phase.ANSWER,
        "/proposals/{number}/answer",
        "/answer",
        "reason_sv",
        {"verdict": "will"},
    ),
    "card": (
        "desk",
        Phase.GATHER,
        "/workshops/doors/entry",
        "/entry",
        "suggestion",
        {"voice": "expert", "language": "fi"},
    ),
    "session": (
        "desk",
        Phase.GATHER,
        "/workshops/doors/sessions/new",
        "/sessions",
        "title_en",
        SESSION,
    ),
    "workshop": (
        "desk",
        Phase.GATHER,
        "/workshops/new?from=doors",
        "/workshops",
        "title_en",
        WRITTEN,
    ),
    "nickname": (
        "visitor",
        Phase.GATHER,
        "/join/{code}",
        "/{code}",
        "nickname",
        {"voice": "resident"},
    ),
}

NOT_ON_THE_NEXT_PAGE = {"nickname", "problem"}


@pytest.fixture
def write(app):
    """Send words by a form; the page that follows."""
    workshop = make_workshop(slug="doors", team=make_team())
    number = make_proposal(workshop).id
    clients = {
        "seat": take_seat(app, workshop)[0],
        "desk": sign_in(app, make_user(Role.COORDINATOR)),
        "visitor": app.test_client(),
    }

    def send_words(place, words):
        who, phase, path, ending, field, others = PLACES[place]
        set_phase(workshop, phase)
        known = {"number": number, "code": workshop.code}
        page = clients[who].get("/en" + path.format(**known))
        written = {**others, field: words}
        return send(clients[who], page, ending.format(**known), **written)

    return send_words


@pytest.mark.parametrize("place", PLACES)
def test_words_without_an_end_are_given_back_whole(write, place):
    page = write(place, ENDLESS)

    assert page.status_code == 422
    assert fields(page)[PLACES[place][4]] == ENDLESS
    assert len(errors(page)) == 1


@pytest.mark.parametrize("place", PLACES)
def test_strange_words_are_taken_as_they_are(write, place):
    page = write(place, STRANGE)

    assert page.status_code == 200
    assert place in NOT_ON_THE_NEXT_PAGE or STRANGE in page.text
