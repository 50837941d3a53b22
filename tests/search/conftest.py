from collections.abc import Iterator

import pytest

from portal.search import analysis


@pytest.fixture
def analyser() -> Iterator:
    """Chooses an analyser of Finnish for this test; skips it where that is missing."""

    def choose(name: str) -> None:
        try:
            analysis.choose(name)
        except LookupError:
            pytest.skip(f"{name} is not on this machine")

    yield choose
    analysis.choose("auto")
