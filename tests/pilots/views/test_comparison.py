from datetime import timedelta
from decimal import Decimal

import pytest
from playhouse.test_utils import count_queries

from portal.db import today
from portal.pilots.actions import creating
from portal.pilots.actions.creating import MeasureDraft, PilotDraftText, SiteDraft
from portal.pilots.models import Aim, Measure, Pilot, PilotState, Site, SiteEntry, Unit
from portal.pilots.queries.shelf import shelf
from portal.vocabulary.queries import vocabulary


def make_compared(*told: list[tuple[int, int]], variants: str = "AB") -> Pilot:
    """A pilot with one share: n and how many of them, by site and period."""
    areas = list(vocabulary().of("area").values())[1:]
    starts = today() - timedelta(weeks=40)
    pilot = creating.create(
        {
            "slug": "compared",
            "state": PilotState.RUNNING,
            "public": True,
            "starts_on": starts,
        },
        {"en": PilotDraftText("Compared")},
        [
            SiteDraft(area, variant=variants[number % len(variants)])
            for number, (area, _told) in enumerate(zip(areas, told, strict=False))
        ],
        [
            MeasureDraft(
                Unit.SHARE,
                Aim.UP,
                {"en": "Helped"},
                baseline=Decimal(30),
                baseline_n=100,
                target=Decimal(60),
            )
        ],
    )
    measure = Measure.get(Measure.pilot == pilot)
    for site, periods in zip(Site.select().order_by(Site.position), told, strict=True):
        for number, (n, part) in enumerate(periods):
            SiteEntry.create(
                site=site,
                measure=measure,
                period_starts=starts + timedelta(weeks=4 * number),
                n=n,
                total=part,
            )
    return pilot


@pytest.mark.parametrize("sites", [1, 3])
def test_page_asks_as_much_for_many(client, sites):
    make_compared(*[[(20, 10)]] * sites)
    shelf()

    # The versions of contents, what was told.
    with count_queries() as counted:
        page = client.get("/en/pilots/compared/comparison").text

    assert (counted.count, page.count("50 %</b>") >= sites) == (2, True)


def test_page_says_that_groups_are_unequal_and_small(client):
    make_compared([(100, 50)], [(10, 8)])

    page = client.get("/en/pilots/compared/comparison").text

    assert "The groups differ in size: from 10 to 100 people." in page
    assert "At some places there are fewer than 30 people." in page
    assert "+20 percentage points" in page


def test_page_tells_of_no_handful(client):
    make_compared([(40, 31)], [(4, 3)])

    page = client.get("/en/pilots/compared/comparison").text
    table = client.get("/en/pilots/compared/comparison.csv").text

    assert "1 period is not shown: fewer than 5 people." in page
    assert [word in page for word in ("75 %", "77 %", "78 %")] == [False, False, True]
    assert [line.split(";")[6:] for line in table.splitlines()[1:]] == [
        ["77.5", "47.5", "60.0", "Yes", "40", "0"],
        ["", "", "60.0", "Not known", "", "1"],
        ["77.5", "47.5", "60.0", "Yes", "40", "0"],
        ["", "", "60.0", "Not known", "", "1"],
    ]


def test_page_without_measures_says_so(client):
    creating.create(
        {"slug": "compared", "public": True}, {"en": PilotDraftText("Compared")}
    )

    page = client.get("/en/pilots/compared/comparison").text

    assert "Nothing to compare yet" in page
