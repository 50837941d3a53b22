from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.db import now
from portal.groups.actions.groups import add_member, set_link
from portal.groups.models import KIND, Group, GroupDecision, Meeting
from portal.materials.models import KIND as MATERIAL
from portal.permissions import Role
from tests.factories import make_organisation, make_user, sign_in
from tests.groups.things import (
    make_decision,
    make_group,
    make_meeting,
    make_question,
)
from tests.materials.things import make_material

pytestmark = pytest.mark.one_engine


def test_list_tells_how_alive_groups_are(client):
    make_meeting(make_group("Awake"))
    make_meeting(make_group("Asleep"), now() - timedelta(days=250))
    make_group("Shut", closed_on="2026-01-01")

    page = client.get("/en/groups").text
    dormant = client.get("/en/groups?state=dormant").text

    assert page.index("Awake") < page.index("Asleep") < page.index("Shut")
    assert "Asleep" in dormant
    assert "Awake" not in dormant
    assert "Shut" not in dormant


def test_cancelled_meeting_wakes_no_group(client):
    group = make_group("Asleep")
    Meeting.update(cancelled=True).where(Meeting.id == make_meeting(group).id).execute()

    page = client.get("/en/groups?state=active").text

    assert "Asleep" not in page


def test_list_is_narrowed_to_an_organisation(client):
    ours = make_organisation("Ours")
    make_group("Mine", organisation=str(ours.id))
    make_group("Theirs", organisation=str(make_organisation("Other").id))

    page = client.get(f"/en/groups?organisation={ours.id}").text

    assert "Mine" in page
    assert "Theirs" not in page


@pytest.mark.parametrize("how_many", [1, 3])
def test_list_takes_as_many_statements_for_three_groups_as_for_one(client, how_many):
    for _ in range(how_many):
        make_meeting(make_group())
    client.get("/en/groups")

    with count_queries() as counted:
        client.get("/en/groups?page=1")

    # Versions, groups with their texts, when they met.
    assert counted.count == 3


def whole_group(how_many):
    group = make_group("Network", organisation=str(make_organisation().id))
    for number in range(how_many):
        make_meeting(group, now() - timedelta(days=20 * number))
        make_meeting(group, text_en_agenda="Plans")
        make_decision(group, due_in=-number)
        add_member(group.id, {"en": f"Worker {number}"}, None, "The parish")
        set_link(KIND, group.id, MATERIAL, make_material().id, wanted=True)
        question = make_question()
        type(question).update(group=group.id).execute()
    return group


@pytest.mark.parametrize("how_many", [1, 3])
def test_page_takes_as_many_statements_for_three_as_for_one(client, how_many):
    group = whole_group(how_many)
    client.get(f"/en/groups/{group.slug}")

    with count_queries() as counted:
        page = client.get(f"/en/groups/{group.slug}?again")

    # Versions, the group, meetings, decisions, members, questions, who answers them,
    # what it is joined with, the names of those materials.
    assert counted.count == 9
    assert page.text.count("The parish") == how_many


def test_material_names_the_group_it_belongs_with(client):
    group, material = make_group("Network"), make_material()
    set_link(KIND, group.id, MATERIAL, material.id, wanted=True)

    page = client.get(f"/en/materials/{material.slug}").text

    assert f'href="/en/groups/{group.slug}">Network' in page


def test_draft_is_there_for_its_editors_only(app, client):
    organisation = make_organisation()
    group = make_group("Plan", public=False, organisation=str(organisation.id))
    make_decision(group, "Kept to ourselves")
    meeting = make_meeting(group)
    editor = sign_in(app, make_user(Role.EDITOR, organisation=organisation))
    other = sign_in(app, make_user(Role.EDITOR, organisation=make_organisation()))
    addresses = ["", "/meetings", "/meetings.ics", f"/meetings/{meeting.id}"]
    addresses += [f"/decisions/{GroupDecision.get().id}", "/edition", "/members"]

    answers = {
        name: [
            who.get(f"/en/groups/{group.slug}{path}").status_code for path in addresses
        ]
        for name, who in (("editor", editor), ("other", other), ("visitor", client))
    }

    assert answers == {
        "editor": [200] * 7,
        "other": [404] * 7,
        "visitor": [404] * 7,
    }
    assert "Plan" not in client.get("/en/groups").text
    assert "Kept to ourselves" not in client.get("/en/groups/decisions").text
    assert "Kept to ourselves" not in client.get("/en/groups/decisions.csv").text
    assert "Plan" in editor.get("/en/groups").text


def test_texts_in_another_language_say_so(client):
    group = make_group("", text_en_name="", text_sv_name="Nätverket")

    page = client.get(f"/en/groups/{group.slug}").text

    assert "Only in Swedish" in page
    assert '<h1 lang="sv">Nätverket</h1>' in page


def test_names_are_kept_when_a_group_is_hidden_and_shown(coordinator):
    group = make_group("Network")

    Group.update(public=False).execute()

    assert coordinator.get(f"/en/groups/{group.slug}").status_code == 200
