"""What the things that changed are called, and what is needed for their addresses."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any

from peewee import Cast, Value

from portal.agreement.models import DefinitionText
from portal.costs.models import CostStudyText
from portal.db import bare
from portal.directory.models import ServiceText, TextState
from portal.directory.queries.names import in_language
from portal.groups.models import (
    Group,
    GroupDecision,
    GroupDecisionText,
    OpenQuestionText,
)
from portal.materials.models import MaterialText
from portal.pilots.models import PilotText, SelectionText
from portal.practices.models import PracticeText
from portal.proposals.models import Answer, Proposal
from portal.reports.models import PhenomenonText
from portal.threads.models import ThreadText
from portal.threads.queries.changes import Change, of_kind


@dataclass(frozen=True)
class Title:
    """`slug` is what the address of the thing is made of."""

    slug: str
    words: str
    language: str


def plain(text: Any, owner: Any, words: Any) -> Any:
    """The words of a thing of which all texts are public."""
    return text.select(owner, owner.rel_model.slug, text.language, words).join(
        owner.rel_model
    )


def published(text: Any, owner: Any) -> Any:
    return plain(text, owner, text.name).where(text.state == TextState.PUBLISHED)


TITLES: dict[str, tuple[Any, Any]] = {
    "service": (ServiceText.service, published(ServiceText, ServiceText.service)),
    "practice": (PracticeText.practice, published(PracticeText, PracticeText.practice)),
    "definition": (
        DefinitionText.card,
        plain(DefinitionText, DefinitionText.card, DefinitionText.name),
    ),
    "material": (
        MaterialText.material,
        plain(MaterialText, MaterialText.material, MaterialText.title),
    ),
    "phenomenon": (
        PhenomenonText.phenomenon,
        plain(PhenomenonText, PhenomenonText.phenomenon, PhenomenonText.title),
    ),
    "pilot": (PilotText.pilot, plain(PilotText, PilotText.pilot, PilotText.name)),
    "selection": (
        SelectionText.selection,
        plain(SelectionText, SelectionText.selection, SelectionText.title),
    ),
    "cost-study": (
        CostStudyText.study,
        plain(CostStudyText, CostStudyText.study, CostStudyText.title),
    ),
    "open-question": (
        OpenQuestionText.question,
        plain(OpenQuestionText, OpenQuestionText.question, OpenQuestionText.words),
    ),
    "thread": (
        ThreadText.thread,
        plain(ThreadText, ThreadText.thread, ThreadText.title),
    ),
    "group-decision": (
        GroupDecisionText.decision,
        GroupDecisionText.select(
            GroupDecisionText.decision,
            Group.slug,
            GroupDecisionText.language,
            GroupDecisionText.what,
        )
        .join(GroupDecision)
        .join(Group),
    ),
    "answer": (
        Answer.id,
        Answer.select(
            Answer.id,
            Cast(Proposal.id, "text"),
            Proposal.language,
            Proposal.suggestion,
        ).join(Proposal),
    ),
}


def titles(found: Sequence[Change], language: str) -> dict[tuple[str, int], Title]:
    """By kind and id, in this language or else in the first there is. One statement,
    or none."""
    asked = [
        query.select_extend(Cast(Value(kind), "text")).where(owner.in_(ids))
        for kind, (owner, query) in TITLES.items()
        for ids in [of_kind(found, kind)]
        if ids
    ]
    texts: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    slugs: dict[tuple[str, int], str] = {}
    for item, slug, spoken, words, kind in bare(reduce(add, asked)) if asked else ():
        texts[kind, item][spoken] = words
        slugs[kind, item] = slug
    return {
        key: Title(slugs[key], *in_language(words, language))
        for key, words in texts.items()
    }
