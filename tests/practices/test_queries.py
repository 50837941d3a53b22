from dataclasses import fields

import pytest

from portal.practices import labels
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import Evidence
from portal.practices.queries.texts import step

WHOLE = dict.fromkeys(HEADINGS, "Written")


@pytest.mark.parametrize(
    ("evidence", "rungs"),
    [
        (Evidence.NONE, 0),
        (Evidence.DESCRIBED, 1),
        (Evidence.REASONED, 2),
        (Evidence.SOME, 3),
        (Evidence.MODERATE, 4),
        (Evidence.STRONG, 5),
        (Evidence.NO_EFFECT, 0),
        (Evidence.HARM, 0),
    ],
)
def test_step_is_how_far_up_the_ladder_of_evidence(evidence, rungs):
    assert step(evidence) == rungs


def test_headings_and_short_facts_are_all_that_is_written_of_a_practice():
    texts = {field.name for field in fields(PracticeDraftText)}

    assert texts == {"name", "summary", *FACTS, *HEADINGS}
    assert list(labels.HEADINGS) == list(HEADINGS)
    assert list(labels.FACTS) == list(FACTS)
