"""Several texts decided at once."""

import pytest

from portal.moderation.models import Case
from portal.proposals.models import State
from tests.moderation.pages import problems, states
from tests.moderation.queues import sent, wait
from tests.workshops.pages import one, soup, texts

QUEUE = "/en/moderation"


@pytest.fixture
def three(workshop):
    return [wait(workshop, f"Text {n}", hours=9 - n) for n in range(3)]


def test_several_are_published_together_and_taken_back_together(moderator, three):
    ticked = [case.id for case in three[:2]]

    published = moderator.post(
        f"{QUEUE}/decisions?hours=4", data={"decision": "publish", "pick_case": ticked}
    )
    page = moderator.get(published.location)
    before = states()
    undone = sent(page, "#done form", moderator, wanted="0")

    assert texts(page, "#done p") == ["2 texts published."]
    assert before == [State.PUBLISHED, State.PUBLISHED, State.WAITING]
    assert undone.location == f"{QUEUE}?hours=4"
    assert states() == [State.WAITING] * 3


def test_several_without_a_reason_stay_ticked(moderator, three):
    data = {"decision": "return", "pick_case": [three[1].id], "note": "Why?"}

    answer = moderator.post(f"{QUEUE}/decisions", data=data)

    ticks = soup(answer).select("[name=pick_case][checked]")
    assert (answer.status_code, problems(answer)) == (
        422,
        ["Choose why it goes back to the writer"],
    )
    assert [tick["value"] for tick in ticks] == [str(three[1].id)]
    assert one(answer, "#several [name=note]").text == "Why?"


def test_all_ordinary_ones_are_chosen_at_once(moderator, three):
    Case.update(urgency=2).where(Case.id == three[0].id).execute()

    link = one(moderator.get(QUEUE), "#several a")
    page = moderator.get(link["href"])

    ticks = soup(page).select("[name=pick_case]")
    assert link.text == "Choose the 2 ordinary ones on this page"
    assert [tick.get("checked") for tick in ticks] == ["", ""]
    assert texts(page, "#several button") == [
        "Publish the chosen (2)",
        "Return the chosen with this reason (2)",
    ]
