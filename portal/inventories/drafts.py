"""A question as it is written, language by language."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.inventories.grids import Question
from portal.web import tag


@dataclass(frozen=True)
class Draft:
    """A question in one language; `options` are its coded answers, in their order."""

    words: str
    help: str = ""
    options: tuple[str, ...] = ()


Drafts = Mapping[str, Draft]


def drafts_of(asked: Question) -> dict[str, Draft]:
    return {
        code: Draft(text.words, text.help, tuple(text.options.values()))
        for code, text in asked.texts.items()
    }


def seen_of(asked: Question) -> str:
    """A short name for how the question is put."""
    return tag(sorted(drafts_of(asked).items()))
