import pytest

from portal.groups.actions import groups as actions
from portal.groups.models import (
    KIND,
    Group,
    GroupText,
    Membership,
)
from portal.groups.queries.written import written
from portal.groups.snapshots import GROUP
from portal.permissions import Role
from portal.search.queries import names
from tests.factories import make_organisation, make_user, sign_in
from tests.groups.sending import hidden, sent
from tests.groups.things import make_group

pytestmark = pytest.mark.one_engine


def test_form_sent_twice_makes_one_group(app):
    organisation = make_organisation("Ours")
    editor = sign_in(app, make_user(Role.EDITOR, organisation=organisation))
    form = sent(editor.get("/en/groups/new").text)
    form |= {"name_en": "Network", "public": "1", "organisation": str(organisation.id)}

    answers = [editor.post("/en/groups", data=form) for _ in range(2)]

    assert {answer.location for answer in answers} == {"/en/groups/network/members"}
    assert Group.select().count() == 1


def test_editor_makes_no_group_of_another_organisation(app):
    editor = sign_in(app, make_user(Role.EDITOR, organisation=make_organisation()))
    other = str(make_organisation("Other").id)

    answer = editor.post("/en/groups", data={"name_en": "N", "organisation": other})

    assert answer.status_code == 422
    assert "Choose an organisation" in answer.text


def test_name_is_needed_in_each_language_that_is_written(coordinator):
    form = {"name_en": "Network", "purpose_sv": "Varför", "organisation": ""}

    answer = coordinator.post("/en/groups", data=form)

    assert answer.status_code == 422
    assert "Give the group a name in this language too" in answer.text
    assert "Varför" in answer.text


def test_two_who_change_different_words_are_joined(coordinator):
    group = make_group("Network", text_en_purpose="Old")
    first = sent(coordinator.get("/en/groups/network/edition").text)
    second = dict(first)

    for form, changes in (
        (first, {"purpose_en": "New"}),
        (second, {"joining_en": "Write to us"}),
    ):
        coordinator.post("/en/groups/network/edition", data=form | changes)

    text = GroupText.get()
    assert (text.purpose, text.joining) == ("New", "Write to us")
    assert Group.get_by_id(group.id).edition == 3


def test_two_who_change_the_same_choose_and_lose_nothing(coordinator):
    make_group("Network", text_en_purpose="Old")
    form = sent(coordinator.get("/en/groups/network/edition").text)
    coordinator.post("/en/groups/network/edition", data=form | {"purpose_en": "Theirs"})

    met = coordinator.post(
        "/en/groups/network/edition",
        data=form | {"purpose_en": "Mine", "joining_en": "Write to us"},
    )

    assert met.status_code == 409
    assert "Theirs" in met.text
    assert "Mine" in met.text
    assert GroupText.get().purpose == "Theirs"
    chosen = hidden(met.text)
    done = coordinator.post(
        "/en/groups/network/edition",
        data=chosen | {"pick_take-purpose_en": "mine", "purpose_en": "Mine"},
    )
    text = GroupText.get()
    assert done.status_code == 303
    assert (text.purpose, text.joining) == ("Mine", "Write to us")


def test_two_who_each_take_a_name_away_leave_one(coordinator):
    make_group("Network", slug="network", text_fi_name="Verkosto")
    form = sent(coordinator.get("/en/groups/network/edition").text)
    coordinator.post("/en/groups/network/edition", data=form | {"name_fi": ""})

    refused = coordinator.post(
        "/en/groups/network/edition", data=form | {"name_en": "", "mailbox": "a@b.fi"}
    )

    assert refused.status_code == 409
    assert "Nothing would be left" in refused.text
    assert "a@b.fi" in refused.text
    assert GroupText.get().name == "Network"


def test_name_of_a_person_needs_a_second_look(coordinator):
    group = make_group()
    page = f"/en/groups/{group.slug}/members"
    form = {"role_en": "Social worker Maija Virtanen", "other": "The parish"}

    refused = coordinator.post(page, data=form)
    taken = coordinator.post(page, data=form | {"asks_reader": "1"})

    assert refused.status_code == 422
    assert "Maija Virtanen" in refused.text
    assert taken.status_code == 303


def test_member_is_added_once_and_taken_away(coordinator):
    group = make_group()
    page = f"/en/groups/{group.slug}/members"
    form = {"role_en": "Deacon", "role_fi": "Diakoni", "other": "The parish"}

    for _ in range(2):
        coordinator.post(page, data=form)

    assert Membership.select().count() == 1
    one = Membership.get()
    coordinator.post(f"{page}/{one.id}", data={"wanted": "0"})
    assert Membership.select().count() == 0


def test_what_is_hidden_is_found_by_search_no_more(coordinator):
    group = make_group("Lighthouse network")
    stands = written(GROUP, group.id)

    shown = coordinator.get("/en/groups").text
    actions.save(group.id, stands | {"public": ""}, base=stands)

    assert "Lighthouse" in shown
    assert names(KIND, [group.id], "en") == {}
