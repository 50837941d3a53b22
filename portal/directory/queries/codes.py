"""The codes that a card bears, as their own list calls them in each language."""

from collections.abc import Iterable
from dataclasses import replace

from portal.db import tuples
from portal.directory.models import CHANGES, CodeName
from portal.directory.queries.parts import Part
from portal.memory import remembered


def codes(parts: Iterable[Part], language: str) -> dict[str, list[Part]]:
    """By their list, by name: in this language, else, marked, as it was given."""
    names = code_names()
    found: dict[str, list[Part]] = {}
    called = [
        replace(part, name=names[part.address, language], language=language)
        if (part.address, language) in names
        else part
        for part in parts
    ]
    for part in sorted(called, key=lambda part: (part.kind, part.name.casefold())):
        found.setdefault(part.kind, []).append(part)
    return found


@remembered(CHANGES)
def code_names() -> dict[tuple[str, str], str]:
    """Every name by the code's address and the language."""
    return {
        (uri, language): label
        for uri, language, label in tuples(
            CodeName.select(CodeName.uri, CodeName.language, CodeName.label)
        )
    }
