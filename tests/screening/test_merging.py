import pytest

from portal.screening.findings import Sort
from portal.screening.merging import Stretch, merged

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        (
            [Stretch(Sort.PHONE, 3, 9), Stretch(Sort.IDENTITY_CODE, 0, 6)],
            [Stretch(Sort.IDENTITY_CODE, 0, 9)],
        ),
        (
            [Stretch(Sort.PHONE, 0, 3), Stretch(Sort.PHONE, 3, 6)],
            [Stretch(Sort.PHONE, 0, 3), Stretch(Sort.PHONE, 3, 6)],
        ),
        (
            [Stretch(Sort.DANGER, 0, 30), Stretch(Sort.EMAIL, 10, 20)],
            [
                Stretch(Sort.DANGER, 0, 10),
                Stretch(Sort.EMAIL, 10, 20),
                Stretch(Sort.DANGER, 20, 30),
            ],
        ),
        (
            [Stretch(Sort.DANGER, 2, 8), Stretch(Sort.INSULT, 0, 10)],
            [Stretch(Sort.DANGER, 2, 8)],
        ),
        ([], []),
    ],
)
def test_merged_keeps_one_of_those_that_overlap_and_danger_always(stretches, expected):
    assert merged(stretches) == expected
