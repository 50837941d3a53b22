"""Writing a line: figures as people write them, and nothing lost."""

import pytest

from portal.costs.models import CostStudy
from tests.costs.things import TWO_WAYS, make_study, names_at, of_study
from tests.upkeep.editors import editor, errors, filled, opened

EDITION = "/en/cost-studies/debts/edition"
NEW = f"{EDITION}/lines/new"


@pytest.fixture
def study():
    return make_study("Debts", slug="debts")


@pytest.fixture
def keeper(app):
    return editor(app)


def line_address(study):
    return f"{EDITION}/lines/{of_study(study)[1][0]}"


def field(study, name, scenario=0):
    """The field of an assumption in the first scenario, or another."""
    return f"{name}-{of_study(study)[0][scenario]}"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1 234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("1\N{NO-BREAK SPACE}234,50 €", "1234.5"),
        ("12 345 678", "12345678"),
        ("0,05", "0.05"),
        ("900", "900"),
        ("0", "0"),
    ],
)
def test_figures_are_read_as_people_write_them(keeper, study, typed, kept):
    address, likely = line_address(study), field(study, "likely-unit-cost")
    low, high = field(study, "low-unit-cost"), field(study, "high-unit-cost")
    values = opened(keeper, address, **{likely: typed, low: "", high: ""})

    answer = keeper.post(address, data=values)

    (now, _later), (line,) = of_study(study)
    found = names_at(study, f"line/{line}/unit-cost/{now}/")
    assert answer.status_code == 303
    assert [found[name] for name in ("low", "likely", "high")] == [kept] * 3


@pytest.mark.parametrize(
    ("name", "typed", "problem"),
    [
        ("likely-unit-cost", "much", "Write a number with digits, like 1250 or 12,50"),
        ("likely-unit-cost", "-5", "Write 0 or more"),
        ("likely-unit-cost", "−5", "Write 0 or more"),
        (
            "likely-unit-cost",
            "1" + "0" * 20,
            "This is too large. Write at most 999 999 999",
        ),
        (
            "likely-unit-cost",
            "1.234",
            TWO_WAYS,
        ),
        ("likely-unit-cost", "1 2", "Write a number with digits, like 1250 or 12,50"),
        ("likely-unit-cost", "nan", "Write a number with digits, like 1250 or 12,50"),
        ("likely-unit-cost", "1e5", "Write a number with digits, like 1250 or 12,50"),
        ("low-unit-cost", "101", "The lowest is more than the likely figure"),
        ("high-unit-cost", "99", "The highest is less than the likely figure"),
        ("likely-unit-cost", "", "Write the likely figure too"),
        ("high-share", "100,5", "A share is at most 100 per cent"),
        (
            "low-persons",
            "4",
            "Write 0, or at least 5: fewer people could be recognised",
        ),
        ("high-persons", "30,5", "Write whole persons, without decimals"),
        ("source_on-use", "2999-01-01", "This day is still to come"),
        ("source_on-use", "soon", "Write the date as day, month and year"),
    ],
)
def test_wrong_figure_is_told_and_all_is_kept(keeper, study, name, typed, problem):
    address, called = line_address(study), field(study, name)
    values = opened(keeper, address, **{called: typed, "group_en": "Others"})

    answer = keeper.post(address, data=values)

    kept = filled(answer)
    assert (answer.status_code, errors(answer)) == (422, [(called, problem)])
    assert (kept[called], kept["group_en"]) == (typed, "Others")
    assert CostStudy.get().edition == 3


def test_nobody_at_all_may_use_something(keeper, study):
    address = line_address(study)
    none = {field(study, f"{name}-persons"): "0" for name in ("low", "likely", "high")}

    answer = keeper.post(address, data=opened(keeper, address, **none))

    assert answer.status_code == 303


def test_figure_is_shown_as_the_language_of_the_page_writes_it(keeper, study):
    address, likely = line_address(study), field(study, "likely-unit-cost")
    keeper.post(address, data=opened(keeper, address, **{likely: "100,5"}))

    swedish = filled(keeper.get(address.replace("/en/", "/sv/")))
    answer = keeper.post(address.replace("/en/", "/sv/"), data=swedish)

    assert swedish[likely] == "100,5"
    assert "done=same" in answer.location


def test_new_line_takes_what_is_left_empty_from_the_first(keeper, study):
    figures = {
        field(study, f"{name}-{part}"): value
        for part, value in (("persons", "50"), ("use", "2"), ("unit-cost", "10"))
        for name in ("likely",)
    }
    told = {"group_en": "Young", "used_en": "Call", "pick_fill": "1", **figures}

    answer = keeper.post(NEW, data=opened(keeper, NEW, **told))

    _first, line = of_study(study)[1]
    later = of_study(study)[0][1]
    assert answer.status_code == 303
    assert names_at(study, f"line/{line}/persons/{later}/")["likely"] == "50"
    assert names_at(study, f"line/{line}/share/{later}/")["likely"] == ""


def test_wrong_figure_is_told_where_it_stands_when_others_take_it(keeper, study):
    likely = field(study, "likely-persons")
    told = {"group_en": "A", "used_en": "B", "pick_fill": "1", likely: "much"}
    values = opened(keeper, NEW, **told)

    answer = keeper.post(NEW, data=values)

    problem = (likely, "Write a number with digits, like 1250 or 12,50")
    assert (answer.status_code, errors(answer)) == (422, [problem])


def test_line_needs_a_group_and_a_use(keeper, study):
    answer = keeper.post(NEW, data=opened(keeper, NEW))

    assert (answer.status_code, errors(answer)) == (
        422,
        [
            ("group_fi", "Write this in one language at least"),
            ("used_fi", "Write this in one language at least"),
        ],
    )


def test_look_first_shows_the_sum_and_saves_nothing(keeper, study):
    address, likely = line_address(study), field(study, "likely-use")
    values = opened(keeper, address, **{likely: "3", "wanted": "preview"})

    answer = keeper.post(address, data=values)

    assert (
        "20 persons × 3 times a year × €100 × 50&nbsp;% = <b>€3,000</b>" in answer.text
    )
    assert CostStudy.get().edition == 3


def test_two_who_change_the_same_figure_choose(app, study):
    address, likely = line_address(study), field(study, "likely-use")
    first, second = editor(app), editor(app)
    late = opened(second, address, **{likely: "2,5"})
    first.post(address, data=opened(first, address, **{likely: "1,5"}))

    asked = second.post(address, data=late)
    choice = filled(asked)
    choice[f"pick_take-{likely}"] = "mine"
    answer = second.post(address, data=choice)

    (now, _later), (line,) = of_study(study)
    assert (asked.status_code, answer.status_code) == (409, 303)
    assert "Adults: Advice: Now: Times a year for each: Likely" in asked.text
    assert names_at(study, f"line/{line}/use/{now}/")["likely"] == "2.5"
