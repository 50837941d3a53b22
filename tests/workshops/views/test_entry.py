"""Who sees which workshop, and who is shown its code."""

import pytest

from portal.links.actions import join as link
from portal.permissions import Role
from portal.proposals.models import Answer, AnswerText, Verdict
from portal.search.queries import names
from portal.vocabulary.queries import vocabulary
from portal.workshops import actions
from portal.workshops.actions import Text, Timetable
from portal.workshops.models import Entry, Workshop
from portal.workshops.queries import KIND
from tests.factories import (
    make_proposal,
    make_service,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
    timetable,
)
from tests.workshops.pages import soup, texts

pytestmark = pytest.mark.one_engine

TITLE = "A secret panel"
PAGES = ["", "/board", "/news", "/screen", "/results"]


@pytest.fixture
def hidden() -> Workshop:
    return make_workshop(slug="panel", entry=Entry.INVITED, texts={"en": Text(TITLE)})


def statuses(client, proposal):
    asked = [f"/en/workshops/panel{page}" for page in PAGES]
    asked.append(f"/en/proposals/{proposal.id}")
    return {client.get(address).status_code for address in asked}


def test_invited_workshop_is_not_there_for_others(app, client, hidden):
    proposal = make_proposal(hidden)
    elsewhere = take_seat(app, make_workshop())[0]
    people = [client, elsewhere, sign_in(app, make_user())]
    people += [
        sign_in(app, make_user(role))
        for role in (Role.EDITOR, Role.FACILITATOR, Role.ADMINISTRATOR)
    ]

    found = [statuses(person, proposal) for person in people]

    assert found == [{404}] * len(people)


def test_invited_workshop_is_read_by_those_it_is_for(app, hidden):
    proposal = make_proposal(hidden)
    guide = make_user(Role.FACILITATOR)
    actions.change_workshop(
        hidden,
        actions.Settings(
            texts={"en": Text(TITLE)},
            timetable=timetable(),
            entry=Entry.INVITED,
            facilitators=[guide.id],
        ),
    )
    people = [take_seat(app, hidden)[0], sign_in(app, guide)]
    people += [
        sign_in(app, make_user(role)) for role in (Role.COORDINATOR, Role.MODERATOR)
    ]

    found = [statuses(person, proposal) for person in people]

    assert found == [{200}] * len(people)


def test_invited_workshop_is_in_no_public_list(client, hidden):
    service = make_service(tags="theme:home")
    link(KIND, hidden.id, "service", service.id)
    proposal = make_proposal(hidden, "Hide this")
    answer = Answer.create(
        proposal=proposal,
        verdict=Verdict.WILL,
        answered_on=hidden.opened_on,
        done_on=hidden.opened_on,
    )
    AnswerText.create(answer=answer, language="en", reason="Hide this too")
    pages = ["", "workshops", "themes/home", f"services/{service.slug}"]

    found = [client.get(f"/en/{page}") for page in pages]

    assert [page.status_code for page in found] == [200] * 4
    for page in found:
        assert not [said for said in (TITLE, "Hide this") if said in page.text]
    assert names(KIND, [hidden.id], "en") == {}


def test_workshop_leaves_and_enters_search_as_its_entry_changes(hidden):
    def settings(entry):
        text = {"en": Text(TITLE)}
        return actions.Settings(texts=text, timetable=timetable(), entry=entry)

    actions.change_workshop(hidden, settings(Entry.OPEN))
    opened = names(KIND, [hidden.id], "en")
    actions.change_workshop(hidden, settings(Entry.INVITED))

    assert [name.title for name in opened.values()] == [TITLE]
    assert names(KIND, [hidden.id], "en") == {}


def test_invited_workshop_stands_in_the_list_of_its_own_people(app, hidden):
    guide = make_user(Role.FACILITATOR)
    actions.change_workshop(
        hidden,
        actions.Settings(
            texts={"en": Text(TITLE)},
            timetable=timetable(),
            entry=Entry.INVITED,
            facilitators=[guide.id],
        ),
    )

    seated = take_seat(app, hidden)[0].get("/en/workshops")
    run = sign_in(app, guide).get("/en/workshops")
    all_seen = sign_in(app, make_user(Role.COORDINATOR)).get("/en/workshops")

    assert texts(seated, "main h3") == texts(all_seen, "main h3") == [TITLE]
    assert texts(run, "main h2")[1:] == ["You run these", "Open now"]


def test_invited_workshop_is_not_joined_by_its_code(client, hidden):
    page = client.get(f"/en/join/{hidden.code}")
    sent = client.post(f"/en/join/{hidden.code}", data={"voice": "staff"})

    assert (page.status_code, sent.status_code) == (404, 404)
    assert TITLE not in page.text


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        (Entry.OPEN, {"visitor": True, "joined": True, "runs": True}),
        (Entry.CODE, {"visitor": False, "joined": True, "runs": True}),
        (Entry.INVITED, {"joined": False, "runs": False}),
    ],
)
@pytest.mark.parametrize("page", ["", "/board", "/screen"])
def test_code_is_shown_to_those_who_may_pass_it_on(app, page, entry, shown):
    workshop = make_workshop(entry=entry)
    people = {
        "visitor": app.test_client(),
        "joined": take_seat(app, workshop)[0],
        "runs": sign_in(app, make_user(Role.COORDINATOR)),
    }

    found = {
        who: workshop.code
        in people[who].get(f"/en/workshops/{workshop.slug}{page}").text
        for who in shown
    }

    if page == "":
        shown = {who: seen and entry is Entry.OPEN for who, seen in shown.items()}
        shown["joined"] = False  # who has joined needs no button for it
    assert found == shown


def test_cover_of_a_workshop_by_code_asks_for_the_code(client):
    workshop = make_workshop(entry=Entry.CODE)

    page = client.get(f"/en/workshops/{workshop.slug}")

    links = [link["href"] for link in soup(page).select("main header a.button")]
    assert links[0] == "/en/join"


def test_copy_of_a_workshop_does_not_carry_its_people(app):
    county = [vocabulary().of("area")["county"]]
    first = make_workshop(slug="first", areas=county, timetable=Timetable(*ends()))
    take_seat(app, first)
    coordinator = sign_in(app, make_user(Role.COORDINATOR))

    page = soup(coordinator.get("/en/workshops/new?from=first"))

    assert [box["value"] for box in page.select("[name=areas][checked]")] == [
        str(county[0].id)
    ]
    assert first.code not in page.text


def ends():
    return vars(timetable()).values()
