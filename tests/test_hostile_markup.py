"""What somebody may send who means no good, or whose browser is broken."""

import pytest
from bs4 import BeautifulSoup

from portal.moderation.models import Case
from portal.permissions import Role
from portal.proposals.models import Proposal, Verdict
from portal.workshops.actions import Text, set_phase
from portal.workshops.models import Phase, Workshop
from tests.factories import (
    make_practice,
    make_proposal,
    make_service,
    make_team,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)

pytestmark = pytest.mark.one_engine

MARKUP = "'\"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}</p>"
MARKDOWN = (
    f"{MARKUP} [a](javascript:alert(1)) [b](data:text/html,x) "
    "<a href='javascript:x'>c</a>"
)


def words(page):
    """What a page shows; fails if markup that was sent has become a part of it.
    (The client looks for scripts and event attributes on every page.)"""
    soup = BeautifulSoup(page.data, "html.parser")
    hrefs = [link["href"] for link in soup.select("main a[href]")]
    assert soup.select("img, script:not([src]), iframe, object") == []
    assert [href for href in hrefs if href.startswith(("javascript:", "data:"))] == []
    return " ".join(soup.text.split())


def fields(page):
    soup = BeautifulSoup(page.data, "html.parser")
    return {
        field["name"]: field.get("value", field.text)
        for field in soup.select("main [name]:not(button)")
    }


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR, name=MARKUP))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/en/services", "q"),
        ("/en/practices", "q"),
        ("/en/join", "code"),
    ],
)
def test_markup_in_a_query_comes_back_as_words(client, address, name):
    make_service()
    make_practice()

    page = client.get(address, query_string={name: MARKUP})

    words(page)
    assert fields(page)[name] == MARKUP


def test_markup_at_the_doors_comes_back_as_words(client):
    workshop = make_workshop()

    tried = client.post("/en/sign-in", data={"email": MARKUP, "password": MARKUP})
    nameless = client.post(
        f"/en/join/{workshop.code}", data={"nickname": MARKUP, "voice": MARKUP}
    )
    returned = client.post("/en/return", data={"recovery": MARKUP[:40]})

    assert [page.status_code for page in (tried, nameless, returned)] == [422] * 3
    assert [words(page) == "" for page in (tried, nameless, returned)] == [False] * 3
    assert fields(tried)["email"] == MARKUP
    assert fields(nameless)["nickname"] == MARKUP
    assert fields(returned)["recovery"] == MARKUP[:40]


def test_markup_in_a_proposal_is_shown_as_words_wherever_it_stands(app, coordinator):
    workshop = make_workshop()
    writer, _me = take_seat(app, workshop)
    board = f"/en/workshops/{workshop.slug}/board"
    sent = {
        "suggestion": f"A {MARKUP}",
        "problem": f"B {MARKUP}",
        "helps": f"C {MARKUP}",
        "language": "en",
        "submission": "once",
    }

    writer.post(f"/en/workshops/{workshop.slug}/proposals", data=sent)
    proposal = Proposal.get()
    page = f"/en/proposals/{proposal.id}"
    before = [words(writer.get(address)) for address in (board, page)]
    wording = fields(writer.get(f"{page}/wording"))
    queue = words(coordinator.get("/en/moderation"))
    case = Case.get(Case.item_id == proposal.id)
    coordinator.post(f"/en/moderation/{case.id}", data={"decision": "publish"})
    screen = f"/en/workshops/{workshop.slug}/screen"
    after = [words(app.test_client().get(where)) for where in (board, page, screen)]
    set_phase(workshop, Phase.ANSWER)
    results = words(app.test_client().get(f"/en/workshops/{workshop.slug}/results"))

    everywhere = [*before, queue, *after, results]
    assert [f"A {MARKUP}" in text for text in everywhere] == [True] * 7
    assert (
        wording.items()
        >= {name: sent[name] for name in ("suggestion", "problem", "helps")}.items()
    )
    assert [f"{sign} {MARKUP}" in queue for sign in "ABC"] == [True] * 3
    assert [f"{sign} {MARKUP}" in after[1] for sign in "ABC"] == [True] * 3


def test_markup_in_a_workshop_is_inert_wherever_it_stands(app, coordinator):
    text = Text(MARKUP, *[MARKDOWN] * 7)
    workshop = make_workshop(texts={"en": text})
    make_proposal(workshop)
    here = f"/en/workshops/{workshop.slug}"

    pages = [
        app.test_client().get(address)
        for address in (
            "/en/",
            "/en/workshops",
            "/sv/workshops",
            here,
            f"{here}/board",
            f"{here}/screen",
            f"{here}/results",
            f"/en/join/{workshop.code}",
        )
    ]
    settings = coordinator.get(f"{here}/settings")

    assert [MARKUP in words(page) for page in pages] == [True] * 8
    assert fields(settings)["title_en"] == MARKUP
    assert fields(settings)["rules_en"] == MARKDOWN
    assert words(settings) != ""


def test_markup_in_a_new_workshop_and_in_an_answer_is_inert(app, coordinator):
    form = fields(coordinator.get("/en/workshops/new?template=ideas"))
    markup = {name: MARKDOWN for name in form if name.endswith("_en")}
    sent = {**form, **markup, "title_en": MARKUP, "team": "", "entry": "open"}
    coordinator.post("/en/workshops", data=sent)
    workshop = Workshop.get()
    proposal = make_proposal(workshop)
    set_phase(workshop, Phase.ANSWER)

    answered = coordinator.post(
        f"/en/proposals/{proposal.id}/answer",
        data={
            "verdict": Verdict.WILL,
            "team": make_team().id,
            "reason_en": MARKDOWN,
            "changed_en": MARKDOWN,
            "done_on": "2026-04-01",
        },
    )

    page = f"/en/proposals/{proposal.id}"
    here = f"/en/workshops/{workshop.slug}"
    shown = [
        words(app.test_client().get(address))
        for address in (page, f"{here}/results", f"{here}/board", "/en/")
    ]
    assert answered.status_code == 303
    assert [MARKUP in text for text in shown] == [True] * 4


def test_markup_in_a_name_is_shown_as_words(coordinator):
    page = coordinator.get("/en/account")

    assert MARKUP in words(page)
