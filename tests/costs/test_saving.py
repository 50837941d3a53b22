"""A cost study in the tables: what is saved, copied, taken away and brought back."""

import pytest

from portal.costs.actions.saving import copy_line, restore, save
from portal.costs.changes import differing_things, in_words
from portal.costs.models import Assumption, CostStudy, CostStudyVersion, StudyState
from portal.costs.queries.snapshots import snapshot
from portal.costs.reading import study_of
from portal.costs.sheet import sheet
from portal.upkeep.actions.versioned import Met
from tests.costs.things import LATER, NOW, line_values, make_study, names_at, of_study
from tests.factories import make_user


@pytest.fixture
def study():
    return make_study("Debts")


def test_assumption_is_written_as_it_was_told(study):
    (now, _later), (line,) = of_study(study)

    assert names_at(study, f"line/{line}/unit-cost/{now}/") == {
        "low": "90",
        "likely": "100",
        "high": "110",
        "source": "Register of unit-cost",
        "source_on": "2026-01-31",
    }


def test_decimals_come_back_as_they_were(study):
    (now, _later), (line,) = of_study(study)
    name = f"line/{line}/use/{now}/high"

    save(study, {name: "12.25"}, edition=3, by=make_user())

    assert snapshot(study)[name] == "12.25"


def test_each_change_is_a_version_and_a_draft_again(study):
    CostStudy.update(state=StudyState.REVIEWED, reviewed_on="2026-01-01").execute()

    saved = save(study, {"text/en/title": "Rent"}, edition=3, by=make_user())

    row = CostStudy.get()
    assert (saved.edition, row.state, row.reviewed_on) == (4, "draft", None)
    assert CostStudyVersion.select().count() == 4


def test_saving_what_stands_is_no_version(study):
    saved = save(study, {"text/en/title": "Debts"}, edition=3, by=make_user())

    assert (saved.edition, saved.changed) == (3, False)


def test_copied_line_says_the_same_and_comes_last(study):
    key = of_study(study)[1][0]
    for _twice in range(2):
        copy_line(study, key, edition=3, by=make_user())

    first, second = of_study(study)[1]
    told, copied = (
        {n: v for n, v in names_at(study, f"line/{key}/").items() if n != "position"}
        for key in (first, second)
    )
    assert told == copied
    assert snapshot(study)[f"line/{second}/position"] == "2"


def test_line_that_is_not_there_is_not_copied(study):
    with pytest.raises(LookupError):
        copy_line(study, "999", edition=3, by=make_user())


def test_scenario_taken_away_takes_its_figures_along_and_comes_back(study):
    (_now, later), _lines = of_study(study)
    before = sheet(study_of(snapshot(study)), "en")

    save(study, {}, edition=3, by=make_user(), removed=[f"scenario/{later}"])
    without = Assumption.select().count()
    restore(study, 3, by=make_user())

    after = sheet(study_of(snapshot(study)), "en")
    assert (without, Assumption.select().count()) == (4, 8)
    assert [column.cost for column in after.columns] == [
        column.cost for column in before.columns
    ]


def test_line_taken_away_comes_back_whole(study):
    (line,) = of_study(study)[1]
    words = names_at(study, f"line/{line}/")

    save(study, {}, edition=3, by=make_user(), removed=[f"line/{line}"])
    gone = of_study(study)[1]
    restore(study, 3, by=make_user())

    (back,) = of_study(study)[1]
    assert (gone, names_at(study, f"line/{back}/")) == ([], words)


def test_two_who_change_different_figures_are_joined(study):
    (now, _later), (line,) = of_study(study)
    start = f"line/{line}/persons/{now}"

    save(study, {f"{start}/low": "11"}, edition=3, by=make_user())
    saved = save(study, {f"{start}/high": "33"}, edition=3, by=make_user())

    found = names_at(study, f"{start}/")
    assert (saved.beside, found["low"], found["high"]) == (4, "11", "33")


def test_two_who_change_the_same_figure_meet(study):
    (now, _later), (line,) = of_study(study)
    name = f"line/{line}/persons/{now}/likely"
    save(study, {name: "21"}, edition=3, by=make_user())

    with pytest.raises(Met):
        save(study, {name: "22"}, edition=3, by=make_user())


def test_same_new_line_sent_twice_is_one(study):
    scenarios, _lines = of_study(study)
    values = line_values("new1", scenarios, (NOW, LATER), position=2, group="Young")

    for _again in range(2):
        save(study, values, edition=3, by=make_user())

    assert len(of_study(study)[1]) == 2


def test_a_study_never_touches_the_lines_of_another(study):
    other = make_study("Other")
    (line,) = of_study(other)[1]

    restored = {**snapshot(study), f"line/{line}/position": "5"}
    save(study, restored, edition=3, by=make_user())

    assert names_at(other, f"line/{line}/")["position"] == "1"


def test_line_that_came_is_one_change_and_so_is_an_assumption(app, study):
    before, (now, _later) = snapshot(study), of_study(study)[0]
    name = f"line/{of_study(study)[1][0]}/use/{now}"
    copy_line(study, of_study(study)[1][0], edition=3, by=make_user())
    save(study, {f"{name}/high": "4", f"{name}/source": "A"}, edition=4, by=make_user())

    found = differing_things(before, snapshot(study))

    with app.test_request_context("/en/"):
        told = in_words(name, snapshot(study), {})
        whole = in_words(f"line/{of_study(study)[1][1]}", snapshot(study), {})
    assert found == [name, f"line/{of_study(study)[1][1]}"]
    assert told == "2 (1\N{EN DASH}4), A, 31 January 2026"
    assert whole.split("\n")[:3] == [
        "Adults",
        "Advice",
        "Now, Persons: 20 (10\N{EN DASH}30), Register of persons, 31 January 2026",
    ]
