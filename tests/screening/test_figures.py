import pytest

from portal.screening.findings import Sort
from tests.screening.measures import figures, total
from tests.screening.sentences import HALVES, LANGUAGES, sentences

pytestmark = pytest.mark.no_database

FLOOR = 0.93
FEWEST = 120  # sentences of a language, in both halves


def test_screening_keeps_its_precision_and_recall():
    counted = figures(sentences("tuned"))
    overall = total(counted.values())
    codes = total(counted[Sort.IDENTITY_CODE, language] for language in LANGUAGES)

    assert overall.precision >= FLOOR
    assert overall.recall >= FLOOR
    assert (codes.precision, codes.recall) == (1.0, 1.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_many_and_about_half_are_harmless(language):
    ours = [
        one for half in HALVES for one in sentences(half) if one.language == language
    ]
    harmless = [one for one in ours if not one.expected]

    assert len(ours) >= FEWEST
    assert 0.4 <= len(harmless) / len(ours) <= 0.6
    assert len({one.text for one in ours}) == len(ours)
