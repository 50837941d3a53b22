"""Draft, reviewed, published: by whom and what of."""

import pytest

from portal.costs.actions.saving import save
from portal.costs.actions.states import Refused, Why, set_state
from portal.costs.models import KIND, CostStudy, StudyState
from portal.costs.queries.lacks import Lack, lacking
from portal.costs.queries.published import published
from portal.costs.queries.snapshots import snapshot
from portal.costs.reading import study_of
from portal.permissions import Role
from portal.search.queries import names
from tests.costs.things import make_study, publish
from tests.factories import make_user


def why(study, state, by, edition=3):
    with pytest.raises(Refused) as refused:
        set_state(study.id, state, edition=edition, by=by)
    return refused.value.why


@pytest.fixture
def coordinator():
    return make_user(Role.COORDINATOR)


def test_reviewed_by_another_and_published_it_is_public_and_found(coordinator):
    study = publish(make_study("Debts", slug="debts"), coordinator)

    assert (study.state, study.reviewed_by) == ("published", coordinator.id)
    assert published("debts").study.texts["en"].title == "Debts"
    assert names(KIND, [study.id], "en")[study.id].title == "Debts"


def test_its_maker_does_not_review_it(coordinator):
    study = make_study(by=coordinator)

    assert why(study, StudyState.REVIEWED, coordinator) == Why.OWN


def test_its_last_editor_does_not_review_it(coordinator):
    study = make_study()
    save(study, {"text/en/summary": "New"}, edition=3, by=coordinator)

    assert why(study, StudyState.REVIEWED, coordinator, 4) == Why.OWN


def test_what_changed_since_it_was_read_is_not_reviewed(coordinator):
    assert why(make_study(), StudyState.REVIEWED, coordinator, 2) == Why.CHANGED


def test_draft_is_not_published(coordinator):
    assert why(make_study(), StudyState.PUBLISHED, coordinator) == Why.NOT_REVIEWED


@pytest.mark.parametrize(
    ("lacks", "lack"),
    [
        ("source", Lack.SOURCE),
        ("likely", Lack.FIGURE),
        ("source_on", Lack.SOURCE),
    ],
)
def test_what_lacks_is_told_and_not_reviewed(coordinator, lacks, lack):
    study = make_study(lacks=(lacks,))

    found = [one.lack for one in lacking(study_of(snapshot(study)))]

    assert found == [lack] * 8
    assert why(study, StudyState.REVIEWED, coordinator) == Why.LACKS


def test_study_without_lines_limits_and_second_scenario_lacks_these():
    empty = {"text/en/title": "T", "scenario/1/position": "1"}

    assert [one.lack for one in lacking(study_of(empty))] == [
        Lack.LIMITS,
        Lack.SCENARIOS,
        Lack.LINES,
    ]


def test_published_edition_stays_as_it_was_while_a_draft_is_written():
    study = publish(make_study("Debts", slug="debts"))

    save(study, {"text/en/title": "Rent"}, edition=3, by=make_user())

    found = published("debts")
    assert CostStudy.get().state is StudyState.DRAFT
    assert (found.study.texts["en"].title, found.moved_on) == ("Debts", True)
    assert names(KIND, [study.id], "en")[study.id].title == "Debts"


def test_publishing_anew_replaces_what_is_read():
    study = publish(make_study("Debts", slug="debts"))
    save(study, {"text/en/title": "Rent"}, edition=3, by=make_user())

    publish(study)

    found = published("debts")
    assert (found.study.texts["en"].title, found.edition) == ("Rent", 4)


def test_same_state_set_twice_is_harmless(coordinator):
    study = publish(make_study(), coordinator)

    again = set_state(study.id, StudyState.PUBLISHED, edition=1, by=coordinator)

    assert again.published_on == study.published_on


def test_review_is_taken_back():
    study = make_study()
    reader = make_user(Role.COORDINATOR)
    set_state(study.id, StudyState.REVIEWED, edition=3, by=reader)

    back = set_state(study.id, StudyState.DRAFT, edition=3, by=make_user())

    assert (back.state, back.reviewed_by, back.reviewed_on) == ("draft", None, None)
