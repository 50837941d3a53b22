import pytest
from icalendar import Calendar

from portal.groups.models import (
    KIND,
    DecisionState,
    GroupDecision,
    Meeting,
)
from portal.notices.actions import follow
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.permissions import Role
from tests.factories import make_user, sign_in
from tests.groups.sending import sent
from tests.groups.things import make_decision, make_group, make_meeting

pytestmark = pytest.mark.one_engine


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def follow_as(person, group):
    follow(user_key(person.id), KIND, group.id, wanted=True)


def events():
    return [notice.event for notice in Notice.select().order_by(Notice.id)]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"ends": "9:00"}, "The end is before the start"),
        ({"day": "28.3.2027", "starts": "3.30"}, "Clocks are turned forward then"),
        ({"day": "x"}, "Write the date as day, month and year"),
        ({"starts": "25.00"}, "Write the time like 17:00"),
        ({"place": ""}, "Write the place, or a link, or both"),
        ({"url": "meet"}, "Begin the address with https://"),
    ],
)
def test_meeting_that_cannot_be_is_refused_and_kept(coordinator, changes, message):
    group = make_group()
    form = {
        "day": "1.12.2027",
        "starts": "10",
        "ends": "12.00",
        "place": "Hall",
        "agenda_en": "Plans",
    }

    answer = coordinator.post(f"/en/groups/{group.slug}/meetings", data=form | changes)

    assert answer.status_code == 422
    assert message in answer.text
    assert "Plans" in answer.text
    assert Meeting.select().count() == 0


def test_followers_hear_of_meetings_and_decisions(app, coordinator):
    group, person = make_group(), make_user()
    follow_as(person, group)
    meeting = make_meeting(group)
    path = f"/en/groups/{group.slug}/meetings/{meeting.id}"
    form = sent(coordinator.get(f"{path}/edition").text)

    coordinator.post(f"{path}/edition", data=form | {"agenda_en": "Plans"})
    coordinator.post(f"{path}/edition", data=form | {"place": "Town hall"})
    for _ in range(2):
        coordinator.post(f"{path}/cancellation", data={"wanted": "1"})
    make_decision(group)

    assert events() == [
        "group-meeting",
        "group-meeting-changed",
        "group-meeting-cancelled",
        "group-decision",
    ]
    reader = sign_in(app, person)
    inbox = reader.get("/en/notices").text
    assert "A meeting of a group that you follow is cancelled." in inbox
    assert f'href="{path}"' in inbox


def test_nobody_hears_of_a_draft(app):
    group = make_group(public=False)
    follow_as(make_user(), group)

    make_meeting(group)
    make_decision(group)

    assert events() == []


def test_calendar_keeps_the_meeting_and_counts_its_editions(client, coordinator):
    group = make_group("Network")
    meeting = make_meeting(group, text_en_agenda="Plans")
    path = f"/en/groups/network/meetings/{meeting.id}"
    before = Calendar.from_ical(client.get(f"{path}.ics").data)

    coordinator.post(f"{path}/cancellation", data={"wanted": "1"})

    after = Calendar.from_ical(client.get(f"{path}.ics").data)
    (first,), (last,) = before.walk("VEVENT"), after.walk("VEVENT")
    assert (before["METHOD"], after["METHOD"]) == ("PUBLISH", "CANCEL")
    assert first["UID"] == last["UID"] == f"group-meeting-{meeting.id}@localhost"
    assert (first.decoded("SEQUENCE"), last.decoded("SEQUENCE")) == (1, 2)
    assert (first["STATUS"], last["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert first["DESCRIPTION"] == "Plans"
    assert first.decoded("DTSTART").utcoffset().total_seconds() == 0
    whole = Calendar.from_ical(client.get("/en/groups/network/meetings.ics").data)
    assert [event["UID"] for event in whole.walk("VEVENT")] == [first["UID"]]


def test_decision_that_is_dropped_says_why(coordinator):
    group = make_group("Network")
    decision = make_decision(group, "Paint it")
    path = f"/en/groups/network/decisions/{decision.id}"
    form = sent(coordinator.get(f"{path}/edition").text) | {"state": "dropped"}

    refused = coordinator.post(f"{path}/edition", data=form)
    coordinator.post(f"{path}/edition", data=form | {"reason_en": "No paint"})

    assert "Tell why it was dropped" in refused.text
    row = GroupDecision.get()
    assert row.state is DecisionState.DROPPED
    assert row.settled_on is not None
    assert "No paint" in coordinator.get(path).text
    again = sent(coordinator.get(f"{path}/edition").text) | {"state": "open"}
    coordinator.post(f"{path}/edition", data=again)
    assert GroupDecision.get().settled_on is None
