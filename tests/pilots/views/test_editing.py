"""A pilot as those who keep it write it."""

import pytest

from portal.pilots.models import Measure, Pilot, PilotState, PilotText, Site
from tests.factories import make_organisation, make_practice
from tests.pilots.editing import at, filled
from tests.pilots.things import make_pilot, measure_of, site_of, told
from tests.workshops.pages import one


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
