"""What stands at the head of the pages that lie below a practice."""

from collections import defaultdict
from dataclasses import dataclass

from portal.db import tuples
from portal.directory.models import TextState
from portal.directory.queries.names import in_language
from portal.practices.models import PracticeText


@dataclass(frozen=True)
class Head:
    """A practice's name and what must stay of it, each with its language."""

    name: tuple[str, str]
    core: tuple[str, str]


def head(practice_id: int, language: str) -> Head:
    """What is published comes before what is not. One statement."""
    names: dict[bool, dict[str, str]] = defaultdict(dict)
    cores: dict[bool, dict[str, str]] = defaultdict(dict)
    for spoken, state, name, core in tuples(
        PracticeText.select(
            PracticeText.language,
            PracticeText.state,
            PracticeText.name,
            PracticeText.core,
        ).where(PracticeText.practice == practice_id)
    ):
        names[state is TextState.PUBLISHED][spoken] = name
        if core:
            cores[state is TextState.PUBLISHED][spoken] = core
    public = True in names
    core = cores[public] or {language: ""}
    return Head(in_language(names[public], language), in_language(core, language))
