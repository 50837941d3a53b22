import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.pilots.actions.take_ups import Told, seen_of, set_take_up
from portal.pilots.models import PilotState, TakeUp, TakeUpState
from portal.pilots.queries.shelf import shelf
from portal.vocabulary.queries import vocabulary
from tests.factories import make_practice, make_user, sign_in
from tests.pilots.selecting import make_candidate

NOTHING = seen_of(None)


@pytest.fixture
def editor(app):
    return sign_in(app, make_user(Role.EDITOR))


def selected(**fields):
    practice = make_practice(edition=2)
    return make_candidate(state=PilotState.SELECTED, practice=practice.id, **fields)


def tell(pilot, *codes: str, state=TakeUpState.IN_USE, **fields) -> None:
    for code in codes:
        area = vocabulary().of("area")[code]
        set_take_up(pilot.id, area, Told(state, **fields), seen=NOTHING)


def sent(**fields) -> dict[str, str]:
    return {
        "pick_state": "in-use",
        "pick_edition": "1",
        "since": "2026-03-01",
        "pick_seen": NOTHING,
    } | fields


@pytest.mark.parametrize("codes", [["harju"], ["harju", "niemi", "koskela"]])
def test_page_asks_as_much_for_many(client, codes):
    pilot = selected()
    tell(pilot, *codes, edition=1)
    shelf()

    # The versions of contents, what is told, the practice.
    with count_queries() as counted:
        page = client.get(f"/en/pilots/{pilot.slug}/roll-out").text

    assert (counted.count, f"{len(codes)} of 8" in page) == (3, True)
    assert page.count("Older than the practice now") == len(codes)


def test_place_that_is_not_known_is_told_as_such(client):
    pilot = selected()
    tell(pilot, "harju")

    page = client.get(f"/en/pilots/{pilot.slug}/roll-out").text

    assert "Of 7 we do not know; they do not count as in use." in page


def test_page_of_what_is_not_selected_is_empty(client):
    pilot = make_candidate()

    page = client.get(f"/en/pilots/{pilot.slug}/roll-out").text

    assert "Nothing to take up yet" in page


def test_page_of_a_pilot_that_is_not_public_is_not_found(client):
    pilot = selected(public=False)

    statuses = [
        client.get(f"/en/pilots/{pilot.slug}/{name}").status_code
        for name in ("roll-out", "roll-out.csv", "comparison", "comparison.csv")
    ]

    assert statuses == [404] * 4


def test_editor_tells_how_far_a_place_has_come(editor):
    pilot = selected()
    address = f"/en/pilots/{pilot.slug}/roll-out"
    form = editor.get(f"{address}?area=harju").text

    answers = [editor.post(f"{address}/harju", data=sent()) for _ in range(2)]

    assert "Change: Harju" in form
    assert [answer.status_code for answer in answers] == [303, 303]
    assert [(one.state, one.practice_edition) for one in TakeUp.select()] == [
        (TakeUpState.IN_USE, 1)
    ]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"pick_state": "stopped"},
            "Tell why it was stopped, in one language at least",
        ),
        ({"since": "2999-01-01"}, "This day is still to come"),
        ({"pick_state": "done"}, "Choose how far it has come"),
        ({"pick_edition": "9"}, "Choose one of these"),
    ],
)
def test_what_is_not_whole_is_refused_and_kept(editor, fields, told):
    pilot = selected()
    data = sent(reason_sv="Orsak", **fields)
    if fields.get("pick_state") == "stopped":
        data["reason_sv"] = ""

    answer = editor.post(f"/en/pilots/{pilot.slug}/roll-out/harju", data=data)

    assert (answer.status_code, told in answer.text) == (422, True)
    assert ("Orsak" in answer.text, TakeUp.select().count()) == (
        bool(data["reason_sv"]),
        0,
    )


def test_what_another_told_meanwhile_stands(editor):
    pilot = selected()
    tell(pilot, "harju", state=TakeUpState.PLANNED)
    data = sent(reason_en="Mine")

    answer = editor.post(f"/en/pilots/{pilot.slug}/roll-out/harju", data=data)

    assert (answer.status_code, "Mine" in answer.text) == (409, True)
    assert TakeUp.get().state is TakeUpState.PLANNED


def test_table_tells_of_every_municipality(client):
    pilot = selected()
    tell(pilot, "harju", edition=1)

    lines = client.get(f"/en/pilots/{pilot.slug}/roll-out.csv").text.splitlines()

    assert len(lines) == 9
    assert "Harju;In use;1;2;;" in lines
    assert "Niemi;Not known;;2;;" in lines


def test_everywhere_offers_to_make_it_permanent(editor):
    pilot = selected(slug="everywhere")
    pilot.update(state=PilotState.ROLL_OUT).execute()
    areas = vocabulary().of("area")
    tell(pilot, *(code for code in areas if code != "county"))

    page = editor.get("/en/pilots/everywhere/roll-out").text

    assert "All municipalities use it." in page
    assert pilot.select().get().state is PilotState.ROLL_OUT


def test_what_was_taken_up_stays_when_it_was_stopped_everywhere(client):
    pilot = selected()
    tell(pilot, "niemi", state=TakeUpState.STOPPED, reasons={"en": "Too few workers"})
    pilot.update(state=PilotState.NOT_SELECTED).execute()

    page = client.get(f"/en/pilots/{pilot.slug}/roll-out").text

    assert "Too few workers" in page
