import csv
from datetime import timedelta
from io import StringIO

import pytest
from playhouse.test_utils import count_queries

from portal.db import today
from portal.permissions import Role
from tests.factories import make_organisation, make_user, sign_in
from tests.groups.things import make_decision, make_group

pytestmark = pytest.mark.one_engine


def sheet(client, query=""):
    text = client.get(f"/en/groups/decisions.csv{query}").text.removeprefix("\ufeff")
    return list(csv.reader(StringIO(text), delimiter=";"))[1:]


@pytest.mark.parametrize("how_many", [1, 3])
def test_log_takes_as_many_statements_for_three_as_for_one(client, how_many):
    for _ in range(how_many):
        make_decision(make_group())
    client.get("/en/groups/decisions")

    with count_queries() as counted:
        client.get("/en/groups/decisions?page=1")

    # Versions, how many, which, their texts, their groups; groups to choose from, and
    # when those met.
    assert counted.count == 7


def test_log_tells_how_decisions_stand(client):
    group = make_group("Network")
    make_decision(group, "Late one", due_in=-1)
    make_decision(group, "Open one", due_in=0)
    make_decision(group, "Done one", due_in=-1, state="done")
    make_decision(group, "Dropped one", state="dropped", text_en_reason="No money")

    found = {
        state: [line[1] for line in sheet(client, f"?state={state}")]
        for state in ("late", "open", "done", "dropped", "strange")
    }

    assert found == {
        "late": ["Late one"],
        "open": ["Open one"],
        "done": ["Done one"],
        "dropped": ["Dropped one"],
        "strange": ["Dropped one", "Done one", "Open one", "Late one"],
    }


def test_table_tells_all_of_a_decision(client):
    decided_on = today() - timedelta(days=30)
    make_decision(
        make_group("Network"),
        "=Paint it",
        state="dropped",
        text_en_who="Caretaker",
        text_en_reason="No paint",
    )

    (line,) = sheet(client)

    assert line == [
        "Network",
        "'=Paint it",
        "Caretaker",
        str(decided_on),
        str(today() + timedelta(days=7)),
        "Dropped",
        str(today()),
        "No paint",
    ]


def test_log_is_narrowed_to_groups_and_paged(client):
    one, other = make_group("One"), make_group("Other")
    for _ in range(31):
        make_decision(one)
    make_decision(other, "By the other")

    first = client.get(f"/en/groups/decisions?group={one.slug}").text
    last = client.get(f"/en/groups/decisions?group={one.slug}&page=99").text

    assert first.count("groups/one/decisions/") == 30
    assert last.count("groups/one/decisions/") == 1
    assert "By the other" not in first + last
    assert len(sheet(client, "?group=one&group=other")) == 32
    assert sheet(client, "?group=unknown") == []


@pytest.mark.parametrize(("public", "shown"), [(True, 8), (False, 9)])
def test_group_shows_its_next_decisions_and_a_draft_all(app, public, shown):
    group = make_group("Network", public=public)
    for number in range(9):
        make_decision(group, due_in=number)

    page = sign_in(app, make_user(Role.COORDINATOR)).get("/en/groups/network").text

    assert page.count("groups/network/decisions/") == shown + 1


def test_late_decisions_are_among_the_tasks_of_their_editors(app):
    organisation = make_organisation("Ours")
    group = make_group("Network", organisation=str(organisation.id))
    make_decision(group, due_in=-1)
    make_decision(group, due_in=-2)
    make_decision(make_group("Elsewhere"), due_in=-1)
    editor = sign_in(app, make_user(Role.EDITOR, organisation=organisation))
    other = sign_in(app, make_user(Role.EDITOR, organisation=make_organisation()))

    page, none = (who.get("/en/upkeep").text for who in (editor, other))

    link = "/en/groups/decisions?state=late&amp;group=network"
    assert f'<a href="{link}"><b class="num">2</b>' in page
    assert "/en/groups/decisions?state=late" not in none
