"""Versions of a pilot, how far it has come, and who sees it."""

from portal.permissions import Role
from portal.pilots.models import Measure, Pilot, PilotState, PilotText
from tests.factories import make_organisation, make_user, sign_in
from tests.pilots.editing import at, filled
from tests.pilots.things import make_measure, make_pilot
from tests.workshops.pages import one, texts


def test_earlier_words_come_back_and_measures_stay(keeper):
    pilot = make_pilot(measures=[make_measure("Days")])
    read = filled(keeper.get(at(pilot, "edition/text/en")))
    keeper.post(at(pilot, "edition/text/en"), data=read | {"name": "Renamed"})
    read = filled(keeper.get(at(pilot, "edition/measures")))
    row = {"name_en-new1": "More", "pick_unit-new1": "count", "pick_aim-new1": "up"}
    keeper.post(at(pilot, "edition/measures"), data=read | row)

    keeper.post(at(pilot, "versions"), data={"version": "1"})

    assert PilotText.get().name != "Renamed"
    assert Measure.select().count() == 2


def test_versions_tell_what_changed_and_not_who(client, keeper):
    pilot = make_pilot()
    read = filled(keeper.get(at(pilot, "edition/text/en")))
    keeper.post(at(pilot, "edition/text/en"), data=read | {"harms": "Queues grew."})

    page = client.get(at(pilot, "versions?from=1&to=2"))

    assert texts(page, ".card h3") == ["English: Harms"]
    assert "Person" not in page.text


def test_state_without_what_it_needs_comes_back_with_the_words(keeper):
    pilot = make_pilot()

    page = keeper.post(
        at(pilot, "state"), data={"state": "being-evaluated", "note": "Time is up"}
    )

    assert page.status_code == 422
    assert "No place has told any figures yet." in page.text
    assert one(page, "#note").text == "Time is up"


def test_state_is_set_by_value(keeper):
    pilot = make_pilot(state=PilotState.BEING_EVALUATED)

    for _time in range(2):
        keeper.post(at(pilot, "state"), data={"state": "continued", "note": "On"})

    assert Pilot.get().state is PilotState.CONTINUED


def test_plan_is_made_public(client, keeper):
    pilot = make_pilot(public=False, state=PilotState.PLANNED)

    keeper.post(at(pilot, "publicity"), data={"wanted": "1"})

    assert client.get(f"/en/pilots/{pilot.slug}").status_code == 200


def test_editor_of_another_organisation_keeps_nothing(app):
    pilot = make_pilot(organisation=make_organisation())
    other = sign_in(app, make_user(Role.EDITOR, organisation=make_organisation().id))

    assert other.get(at(pilot, "edition")).status_code == 403
    assert other.post(at(pilot, "publicity"), data={"wanted": "1"}).status_code == 403


def test_versions_of_the_plan_are_read_since_it_is_public(client, keeper):
    pilot = make_pilot(public=False, state=PilotState.PLANNED)
    for name in ("Secret draft", "Told to all"):
        read = filled(keeper.get(at(pilot, "edition/text/en")))
        keeper.post(at(pilot, "edition/text/en"), data=read | {"name": name})
    keeper.post(at(pilot, "publicity"), data={"wanted": "1"})
    read = filled(keeper.get(at(pilot, "edition/text/en")))
    keeper.post(at(pilot, "edition/text/en"), data=read | {"harms": "None."})

    pages = [
        who.get(at(pilot, f"versions?from={older}&to=5")).text
        for who in (client, keeper)
        for older in (1, 2, 3, 4)
    ]

    assert ["Secret draft" in page for page in pages] == [False] * 4 + [
        False,
        True,
        False,
        False,
    ]
