"""The lines and scenarios of a study: added, copied, moved, taken away."""

import pytest

from tests.costs.things import make_study, names_at, of_study
from tests.upkeep.editors import editor, errors, opened

EDITION = "/en/cost-studies/debts/edition"
NEW = f"{EDITION}/lines/new"


@pytest.fixture
def study():
    return make_study("Debts", slug="debts")


@pytest.fixture
def keeper(app):
    return editor(app)


LINE = ("5 5 5", "1 1 1", "1 1 1", "9 9 9")


def test_line_is_copied_changed_and_taken_away(keeper, study):
    first = of_study(study)[1][0]

    copied = keeper.post(f"{EDITION}/lines", data={"copy_of": first, "edition": "3"})
    address = copied.location.partition("?")[0]
    keeper.post(address, data=opened(keeper, address, used_en="Visit"))
    visit = names_at(study, f"line/{of_study(study)[1][1]}/used/")["en"]
    keeper.post(address, data=opened(keeper, address, pick_remove="1"))

    assert (visit, of_study(study)[1]) == ("Visit", [first])


def test_scenario_is_added_moved_and_taken_away(keeper, study):
    address = f"{EDITION}/scenarios"
    now, later = of_study(study)[0]
    moved = {f"pick_position-{now}": "2", f"pick_position-{later}": "1"}
    keeper.post(
        address, data=opened(keeper, address, **moved, **{"name_en-new1": "Third"})
    )
    order = of_study(study)[0]
    keeper.post(address, data=opened(keeper, address, **{f"pick_remove-{now}": "1"}))

    assert order[:2] == [later, now]
    assert of_study(study)[0] == [later, order[2]]


def test_last_scenario_stays(keeper, study):
    address = f"{EDITION}/scenarios"
    away = {f"pick_remove-{key}": "1" for key in of_study(study)[0]}

    answer = keeper.post(address, data=opened(keeper, address, **away))

    assert answer.status_code == 422
    assert [problem for _field, problem in errors(answer)] == ["Keep one scenario"]


def test_lines_change_their_order(keeper):
    study = make_study(slug="debts", lines=[(*[LINE] * 2,)] * 2)
    first, second = of_study(study)[1]
    address = f"{EDITION}/order"
    places = {f"pick_position-{first}": "2", f"pick_position-{second}": "1"}

    keeper.post(address, data=opened(keeper, address, **places))

    assert of_study(study)[1] == [second, first]
