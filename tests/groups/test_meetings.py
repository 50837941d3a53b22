import pytest
from icalendar import Calendar
from playhouse.test_utils import count_queries

from portal.groups.models import (
    KIND,
    DecisionState,
    GroupDecision,
    Meeting,
)
from portal.notices.actions import follow
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from tests.factories import make_user, sign_in
from tests.groups.sending import sent
from tests.groups.things import make_decision, make_group, make_meeting

pytestmark = pytest.mark.one_engine


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


def meetings_and_decisions(how_many):
    group = make_group("Network")
    meetings = [make_meeting(group, text_en_agenda="Plans") for _ in range(how_many)]
    first = str(meetings[0].id)
    decisions = [make_decision(group, meeting=first) for _ in range(how_many)]
    return meetings[0], decisions[0]


@pytest.mark.parametrize("how_many", [1, 3])
def test_pages_take_as_many_statements_for_three_as_for_one(client, how_many):
    meeting, decision = meetings_and_decisions(how_many)
    addresses = ["meetings", f"meetings/{meeting.id}", f"decisions/{decision.id}"]
    addresses += ["meetings.ics"]
    counts = []

    for address in addresses:
        client.get(f"/en/groups/network/{address}")
        with count_queries() as counted:
            client.get(f"/en/groups/network/{address}?again")
        counts.append(counted.count)

    # Versions, the group, its meetings. Versions, the group, the meeting, decisions.
    # Versions, the group, the decision, its meeting. The group, its meetings.
    assert counts == [3, 4, 4, 2]


def test_decision_keeps_its_meeting_that_is_cancelled(coordinator):
    group = make_group("Network")
    meeting = make_meeting(group)
    decision = make_decision(group, meeting=str(meeting.id))
    coordinator.post(
        f"/en/groups/network/meetings/{meeting.id}/cancellation", data={"wanted": "1"}
    )
    path = f"/en/groups/network/decisions/{decision.id}/edition"

    coordinator.post(path, data=sent(coordinator.get(path).text))

    assert GroupDecision.get().meeting == meeting.id


def test_group_meets_next_when_it_is_not_cancelled(client):
    group = make_group("Network")
    meeting = make_meeting(group)
    Meeting.update(cancelled=True).where(Meeting.id == meeting.id).execute()

    page = client.get("/en/groups/network").text

    assert "Next meeting" not in page
    assert "Has not met yet." in page


@pytest.mark.parametrize("state", ["dropped", "strange"])
def test_new_decision_shows_what_is_missing_of_its_end(coordinator, state):
    make_group("Network")
    form = {"what_en": "Paint it", "decided_on": "1.1.2026", "state": state}

    answer = coordinator.post("/en/groups/network/decisions", data=form)

    assert answer.status_code == 422
    assert "Paint it" in answer.text


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
