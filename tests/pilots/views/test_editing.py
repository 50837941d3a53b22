"""A pilot as those who keep it write it."""

import pytest

from portal.permissions import Role
from portal.pilots.models import Measure, Pilot, PilotState, PilotText, Site
from tests.factories import make_organisation, make_practice, make_user, sign_in
from tests.pilots.things import make_measure, make_pilot, measure_of, site_of, told
from tests.workshops.pages import one, soup, texts


@pytest.fixture
def keeper(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def at(pilot, page: str) -> str:
    return f"/en/pilots/{pilot.slug}/{page}"


def filled(page) -> dict[str, str]:
    """What a browser would send back of the form as it came."""
    found = {}
    for field in soup(page).select("#part input, #part textarea, #part select"):
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            found[field["name"]] = chosen["value"]
        elif field.get("type") not in {"checkbox", "radio"}:
            found[field["name"]] = (
                field.text if field.name == "textarea" else field["value"]
            )
    return found


def test_pilot_begins_with_three_fields_once(keeper):
    organisation = make_organisation("County")
    sent = {
        "pick_language": "en",
        "name": "A phone hour",
        "lead": "We answer in the evening.",
        "hypothesis": "More people call.",
        "pick_organisation": organisation.code,
        "submission": "the-same",
    }

    for _time in range(2):
        answer = keeper.post("/en/pilots", data=sent)

    made = Pilot.get()
    assert answer.location == "/en/pilots/a-phone-hour/edition?done=created"
    assert (made.slug, made.state, made.public) == (
        "a-phone-hour",
        PilotState.PLANNED,
        False,
    )
    assert Pilot.select().count() == 1


def test_words_of_two_who_write_at_once_are_joined(keeper):
    pilot = make_pilot()
    first = filled(keeper.get(at(pilot, "edition/text/en")))
    second = dict(first)

    keeper.post(at(pilot, "edition/text/en"), data=first | {"harms": "Queues grew."})
    keeper.post(at(pilot, "edition/text/en"), data=second | {"cost": "Two people."})

    text = PilotText.get(PilotText.pilot == pilot.id)
    assert (text.harms, text.cost) == ("Queues grew.", "Two people.")


def test_same_words_changed_twice_are_asked_about(keeper):
    pilot = make_pilot()
    read = filled(keeper.get(at(pilot, "edition/text/en")))

    keeper.post(at(pilot, "edition/text/en"), data=read | {"harms": "Queues grew."})
    met = keeper.post(at(pilot, "edition/text/en"), data=read | {"harms": "None."})

    assert met.status_code == 409
    assert "Queues grew." in met.text
    assert "None." in met.text


def test_text_is_older_than_its_source(keeper):
    pilot = make_pilot()
    read = filled(keeper.get(at(pilot, "edition/text/fi")))
    keeper.post(
        at(pilot, "edition/text/fi"),
        data=read | {"name": "Kokeilu", "pick_source": "en", "pick_current": "1"},
    )
    before = keeper.get(at(pilot, "edition")).text
    read = filled(keeper.get(at(pilot, "edition/text/en")))
    keeper.post(at(pilot, "edition/text/en"), data=read | {"harms": "Queues grew."})

    assert "Older than its source" not in before
    assert "Older than its source: English" in keeper.get(at(pilot, "edition")).text


def test_measure_is_added_and_its_numbers_read_with_a_comma(keeper):
    pilot = make_pilot(measures=[])
    read = filled(keeper.get(at(pilot, "edition/measures")))
    row = {
        "name_en-new1": "Days",
        "pick_unit-new1": "mean",
        "pick_aim-new1": "down",
        "baseline-new1": "38,5",
        "baseline_n-new1": "64",
        "target-new1": "20",
    }

    answer = keeper.post(at(pilot, "edition/measures"), data=read | row)

    made = Measure.get(Measure.pilot == pilot.id)
    assert answer.status_code == 303
    assert (made.baseline, made.baseline_n, made.target) == (38.5, 64, 20)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"baseline-new1": "5", "baseline_n-new1": "4"}, "fewer than five would tell"),
        ({"baseline-new1": "5", "baseline_n-new1": ""}, "Tell of how many people"),
        ({"target-new1": "101", "pick_unit-new1": "share"}, "at most 100 per cent"),
        ({"baseline-new1": "a lot"}, "Write a number, like 12 or 2.5"),
        ({"name_en-new1": "", "target-new1": "4"}, "Give it a name"),
    ],
)
def test_measure_that_does_not_add_up_comes_back(keeper, row, why):
    pilot = make_pilot(measures=[])
    read = filled(keeper.get(at(pilot, "edition/measures")))

    page = keeper.post(
        at(pilot, "edition/measures"), data=read | {"name_en-new1": "Days"} | row
    )

    assert page.status_code == 422
    assert why in page.text
    assert Measure.select().count() == 0


@pytest.mark.parametrize("kind", ["measure", "site"])
def test_what_figures_were_told_of_is_not_taken_away(keeper, kind):
    pilot = make_pilot()
    told(pilot, (8, 20))
    key = measure_of(pilot).id if kind == "measure" else site_of(pilot).id
    read = filled(keeper.get(at(pilot, f"edition/{kind}s")))

    page = keeper.post(
        at(pilot, f"edition/{kind}s"), data=read | {f"pick_remove-{key}": "1"}
    )

    assert page.status_code == 409
    assert "Figures have been told of it" in page.text
    assert (Measure.select().count(), Site.select().count()) == (1, 2)


def test_beginning_stays_once_figures_are_told(keeper):
    pilot = make_pilot()
    told(pilot, (8, 20))
    read = filled(keeper.get(at(pilot, "edition/facts")))

    page = keeper.post(
        at(pilot, "edition/facts"), data=read | {"pick_entry_weeks": "1"}
    )

    assert page.status_code == 409
    assert Pilot.get().entry_weeks == 4


def test_practice_is_named_by_its_address(keeper):
    pilot, practice = make_pilot(), make_practice("One plan")
    read = filled(keeper.get(at(pilot, "edition/facts")))
    url = f"https://verstas.example/fi/practices/{practice.slug}"

    keeper.post(at(pilot, "edition/facts"), data=read | {"practice": url})

    row = Pilot.get()
    assert (row.practice, row.practice_edition) == (practice.id, practice.edition)


def test_practice_that_is_not_there_comes_back(keeper):
    pilot = make_pilot()
    read = filled(keeper.get(at(pilot, "edition/facts")))

    page = keeper.post(at(pilot, "edition/facts"), data=read | {"practice": "no-such"})

    assert page.status_code == 422
    assert one(page, "#practice")["value"] == "no-such"


def test_pilot_that_ends_before_it_begins_comes_back(keeper):
    pilot = make_pilot()
    read = filled(keeper.get(at(pilot, "edition/facts")))

    page = keeper.post(
        at(pilot, "edition/facts"), data=read | {"ends_on": "2001-01-01"}
    )

    assert page.status_code == 422
    assert "It ends before it begins" in page.text


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
