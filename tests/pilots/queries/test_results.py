"""What is shown of what sites told."""

from datetime import timedelta

from playhouse.test_utils import count_queries

from portal.pilots.models import Aim, Unit
from portal.pilots.queries.results import results, results_of
from tests.pilots.things import make_measure, make_pilot, shelved, told, weeks_ago


def figures(pilot, measure: int = 0) -> list[list[tuple[int, int]]]:
    shelved(pilot)
    lines = results(pilot.id).measures[measure].lines
    return [[(p.figure.n, p.figure.total) for p in line.points] for line in lines]


def test_each_site_has_its_own_line():
    pilot = make_pilot()

    told(pilot, (8, 20), (7, 14))
    told(pilot, (4, 9), site=1)

    assert figures(pilot) == [[(8, 20), (7, 14)], []]


def test_sum_of_sites_holds_only_what_is_shown():
    pilot = make_pilot()

    told(pilot, (8, 20))
    told(pilot, (4, 9), site=1)
    whole = results(pilot.id).measures[0].whole

    assert (whole.n, whole.total) == (8, 20)


def test_period_that_is_not_over_is_not_shown():
    pilot = make_pilot(starts_on=weeks_ago(4) + timedelta(days=1))

    told(pilot, (8, 20))

    assert figures(pilot) == [[], []]


def test_target_is_reached_from_its_own_side():
    measures = [
        make_measure("Down", target=3),
        make_measure("Up", Unit.SHARE, Aim.UP, target=70),
        make_measure("No target"),
        make_measure("Not told", target=3),
    ]
    pilot = make_pilot(measures=measures)
    for number in range(3):
        told(pilot, (10, 6), measure=number)

    assert [one.reached for one in results(pilot.id).measures] == [
        True,
        False,
        None,
        None,
    ]


def test_baseline_of_few_is_not_there():
    pilot = make_pilot(measures=[make_measure(baseline=4, baseline_n=4)])

    measure = shelved(pilot).measures[0]

    assert (measure.baseline, measure.baseline_n) == (None, None)


def test_one_statement_for_one_pilot_or_three():
    pilots = [make_pilot() for _number in range(3)]
    for pilot in pilots:
        told(pilot, (8, 20), (9, 21))
    shelved(pilots[0])

    for some in (pilots[:1], pilots):
        with count_queries() as q:
            results_of([pilot.id for pilot in some])
        assert q.count == 2  # the version of the shelf, what was told
