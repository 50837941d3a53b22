"""What must be there before a level of evidence: cumulative, and said in words."""

from itertools import pairwise
from types import SimpleNamespace

import pytest

from portal.practices.evidence import (
    DESCRIBED,
    HEADINGS,
    REASONED,
    SHOWN,
    references_lacking,
    unwritten,
)
from portal.practices.models import Evidence
from portal.practices.queries.texts import LADDER


def text(*written):
    return SimpleNamespace(**dict.fromkeys(SHOWN, "") | dict.fromkeys(written, "Yes"))


def test_each_step_needs_what_the_ones_before_it_need():
    needs = [set(HEADINGS[level]) for level in LADDER]

    assert all(low <= high for low, high in pairwise(needs))


@pytest.mark.parametrize(
    ("level", "written", "lacks"),
    [
        (Evidence.NONE, (), []),
        (Evidence.DESCRIBED, ("problem", "how"), ["audience", "core"]),
        (Evidence.REASONED, DESCRIBED, ["change", "indicators"]),
        (Evidence.SOME, REASONED, ["results"]),
        (Evidence.STRONG, SHOWN, []),
        (Evidence.NO_EFFECT, ("results",), []),
        (Evidence.HARM, DESCRIBED, ["results"]),
    ],
)
def test_level_lacks_headings(level, written, lacks):
    assert unwritten(level, [text(*written)]) == lacks


def test_fullest_text_counts_and_without_one_everything_lacks():
    assert unwritten(Evidence.DESCRIBED, [text("how"), text(*DESCRIBED)]) == []
    assert unwritten(Evidence.DESCRIBED, []) == list(DESCRIBED)


@pytest.mark.parametrize(
    ("level", "lacks"),
    [
        (Evidence.DESCRIBED, 0),
        (Evidence.REASONED, 0),
        (Evidence.SOME, 0),
        (Evidence.MODERATE, 1),
        (Evidence.STRONG, 2),
        (Evidence.HARM, 0),
    ],
)
def test_one_reference_is_not_enough_for_all(level, lacks):
    assert references_lacking(level, 1) == lacks
