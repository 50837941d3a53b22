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


def told(owner: Any, words: Any) -> tuple[Any, Any]:
    """Whose texts they are, and the words of all of them."""
    thing = owner.rel_model
    texts = owner.model.select(owner, thing.slug, owner.model.language, words)
    return owner, texts.join(thing)


def published(owner: Any, words: Any) -> tuple[Any, Any]:
    _owner, texts = told(owner, words)
    return owner, texts.where(owner.model.state == TextState.PUBLISHED)


TITLES: dict[str, tuple[Any, Any]] = {
    "service": published(ServiceText.service, ServiceText.name),
    "practice": published(PracticeText.practice, PracticeText.name),
    "definition": told(DefinitionText.card, DefinitionText.name),
    "material": told(MaterialText.material, MaterialText.title),
    "phenomenon": told(PhenomenonText.phenomenon, PhenomenonText.title),
    "pilot": told(PilotText.pilot, PilotText.name),
    "selection": told(SelectionText.selection, SelectionText.title),
    "cost-study": told(CostStudyText.study, CostStudyText.title),
    "open-question": told(OpenQuestionText.question, OpenQuestionText.words),
    "thread": told(ThreadText.thread, ThreadText.title),
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
