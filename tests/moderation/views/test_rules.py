"""The pages of the rules: what holds, all versions, and writing them."""

from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.moderation.actions import rules as actions
from portal.moderation.queries.rules import site_rules, versions
from portal.permissions import Role
from portal.workshops.actions import Text
from portal.workshops.models import Phase
from tests.factories import make_proposal, make_user, make_workshop, sign_in, take_seat

WORDS = {"fi": "Ole ystävällinen.", "sv": "Var vänlig.", "en": "Be kind to others."}


def sent(seen, **bodies):
    written = {f"body_{code}": body for code, body in (WORDS | bodies).items()}
    return {"seen": seen, **written}


def problems(page):
    soup = BeautifulSoup(page.data, "html.parser")
    return [link["href"] for link in soup.select(".error-summary a")]


def test_page_shows_what_holds_with_its_number_and_day(client):
    actions.set_rules(WORDS, make_user(), seen=0)

    page = client.get("/sv/about/rules")

    soup = BeautifulSoup(page.data, "html.parser")
    assert soup.select_one(".prose").get_text(strip=True) == "Var vänlig."
    assert "1" in soup.select_one("header .meta").text
    assert soup.select_one('a[href="/sv/about/rules/versions"]')


def test_facts_are_filled_in_and_a_line_without_its_fact_is_left_out(client):
    body = "Call {guidance}.\n\nWrite to {email}.\n\nLeave {this}."
    actions.set_rules(WORDS | {"en": body}, make_user(), seen=0)

    page = client.get("/en/about/rules")

    soup = BeautifulSoup(page.data, "html.parser")
    told = soup.select_one(".prose").get_text(" ", strip=True)
    assert told == "Call 019 123 4500 . Leave {this}."


def test_versions_show_what_came_and_what_went(client):
    actions.set_rules(WORDS, make_user(), seen=0)
    actions.set_rules(WORDS | {"en": "Be fair to others."}, make_user(), seen=1)

    page = client.get("/en/about/rules/versions?from=1&to=2")

    soup = BeautifulSoup(page.data, "html.parser")
    assert soup.ins.contents[-1] == "fair"
    assert soup.select_one("del").contents[-1] == "kind"
    assert [b.text for b in soup.select(".line b")] == ["Version 2", "Version 1"]


def test_versions_are_read_with_one_statement_however_many(client):
    counts = []
    for number in (0, 1, 2):
        actions.set_rules(WORDS | {"en": f"Rule {number}"}, make_user(), seen=number)
        with count_queries() as queries:
            client.get("/en/about/rules/versions")
        counts.append(queries.count)

    # The versions with their texts.
    assert counts == [1, 1, 1]


def test_versions_that_are_not_there_are_passed_over(client):
    actions.set_rules(WORDS, make_user(), seen=0)

    page = client.get("/en/about/rules/versions?from=7&to=x")

    assert page.status_code == 200


def test_coordinator_writes_a_new_version(app):
    actions.begin()
    coordinator = sign_in(app, make_user(Role.COORDINATOR))

    answer = coordinator.post("/en/administration/rules", data=sent(1))

    assert answer.location == "/en/about/rules?saved=1"
    assert site_rules().texts == WORDS


def test_all_languages_are_needed_and_what_was_written_is_kept(app):
    actions.begin()
    coordinator = sign_in(app, make_user(Role.COORDINATOR))

    page = coordinator.post("/en/administration/rules", data=sent(1, sv=" "))

    assert page.status_code == 422
    assert problems(page) == ["#body_sv"]
    assert WORDS["fi"] in page.text
    assert len(versions()) == 1


def test_later_editor_gets_both_and_can_save_then(app):
    actions.begin()
    actions.set_rules(WORDS, make_user(), seen=1)
    editor = sign_in(app, make_user(Role.ADMINISTRATOR))
    mine = sent(1, en="Be brief to others.")

    page = editor.post("/en/administration/rules", data=mine)

    soup = BeautifulSoup(page.data, "html.parser")
    assert page.status_code == 409
    assert soup.select_one("#body_en").text.strip() == "Be brief to others."
    assert soup.select_one("del").contents[-1] == "kind"
    assert site_rules().texts == WORDS
    again = {**mine, "seen": soup.select_one("[name=seen]")["value"]}
    assert editor.post("/en/administration/rules", data=again).status_code == 303
    assert site_rules().number == 3


def test_number_that_cannot_be_is_nobodys_version(app):
    actions.begin()
    editor = sign_in(app, make_user(Role.COORDINATOR))

    page = editor.post("/en/administration/rules", data=sent("²"))

    assert page.status_code == 409


FOLLOWING = "By writing you follow the rules"


def folded(page, within):
    soup = BeautifulSoup(page.data, "html.parser")
    found = soup.select_one(within).find("summary", string=FOLLOWING)
    return found.parent.get_text(" ", strip=True) if found else None


def test_rules_are_shown_before_writing_on_a_board(app):
    actions.set_rules(WORDS, make_user(), seen=0)
    texts = {"en": Text(title="Doors", question="?", rules="Speak of doors.")}
    workshop = make_workshop(texts=texts)
    client, _me = take_seat(app, workshop)

    told = folded(client.get(f"/en/workshops/{workshop.slug}/board"), "#writing")

    assert "Speak of doors." in told
    assert "Be kind to others." in told


def test_rules_are_shown_before_commenting_and_reporting(app, client):
    actions.set_rules(WORDS, make_user(), seen=0)
    workshop = make_workshop(Phase.DISCUSS)
    proposal = make_proposal(workshop)
    seated, _me = take_seat(app, workshop)

    comment = seated.get(f"/en/proposals/{proposal.id}")
    report = client.get(f"/en/flags?kind=proposal&item={proposal.id}")

    assert "Be kind to others." in folded(comment, "#discussion")
    assert "Be kind to others." in folded(report, "main form")
