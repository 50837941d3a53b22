from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from portal.pilots.comparing import compare
from portal.pilots.figures import Told, points
from portal.pilots.models import Aim, Unit
from portal.pilots.queries.results import Line, MeasureResults
from portal.pilots.queries.shelf import ShelvedMeasure, ShelvedSite
from portal.suppression import LEAST

SHARE = ShelvedMeasure(
    1, Unit.SHARE, Aim.UP, Decimal(30), 100, Decimal(60), {"en": "Helped"}, {}
)


def results(*sites: tuple[str, list[tuple[int, int]]]) -> MeasureResults:
    """Sites by their variant, with n and how many of them in each month."""
    lines = []
    for number, (variant, told) in enumerate(sites, 1):
        said = [
            Told((date(2026, month, 1), month), date(2026, month, 1), n, Decimal(part))
            for month, (n, part) in enumerate(told, 1)
        ]
        site = ShelvedSite(number, 1, "", variant)
        lines.append(Line(site, *points(said, Unit.SHARE)))
    return MeasureResults(SHARE, lines)


def test_place_is_compared_with_before_and_target():
    compared = compare(results(("", [(20, 10), (20, 16)]), ("", [(10, 4)])))

    told = [(row.whole.n, row.change, row.reached) for row in compared.sites]

    assert told == [(40, Decimal(35), True), (10, Decimal(10), False)]
    assert (compared.variants, compared.is_unequal, compared.is_small) == (
        (),
        True,
        True,
    )


def test_variants_stand_beside_each_other_where_there_are_two():
    compared = compare(
        results(("Phone", [(20, 10)]), ("Phone", [(20, 20)]), ("Visit", [(40, 10)]))
    )

    told = [(row.variant, row.whole.n, row.whole.value) for row in compared.variants]

    assert told == [("Phone", 40, Decimal(75)), ("Visit", 40, Decimal(25))]


def test_place_of_a_handful_shows_nothing():
    compared = compare(results(("", [(4, 4)]), ("", [(40, 20)])))

    row = compared.sites[0]

    assert (row.whole, row.latest, row.change, row.reached, row.waiting) == (
        None,
        None,
        None,
        None,
        1,
    )
    assert (compared.is_unequal, compared.is_small) == (False, False)


def test_picture_fits_its_scale():
    compared = compare(results(("", [(10, 10)])))

    assert [compared.width(v) for v in (None, Decimal(60), Decimal(170))] == [
        0,
        60,
        100,
    ]


people = st.integers(0, 12).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n)))
places = st.lists(
    st.tuples(st.sampled_from(["", "Phone", "Visit"]), st.lists(people, max_size=4)),
    min_size=1,
    max_size=4,
)


@given(places)
def test_no_figure_and_no_difference_of_figures_tells_of_a_handful(sites):
    compared = compare(results(*sites))

    for variant in compared.variants:
        mine = [row for row in compared.sites if row.variant == variant.variant]
        shown = sum(row.whole.n for row in mine if row.whole)
        assert (variant.whole.n if variant.whole else 0) == shown
    for row in compared.rows:
        if row.whole:
            assert row.whole.n >= LEAST
        if row.latest and row.whole.n != row.latest.n:
            assert row.latest.n >= LEAST <= row.whole.n - row.latest.n
