"""Finding practices: by words and by facets with true counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from portal.i18n import LANGUAGES
from portal.practices import labels as words_of
from portal.practices.models import KIND
from portal.practices.queries.shelf import Facet, shelf
from portal.practices.queries.stock import EXPIRED
from portal.search import facets
from portal.search.facets import Choice, Ids, Mask
from portal.search.places import Weights
from portal.search.queries import Ranking, ranked
from portal.vocabulary.queries import vocabulary


@dataclass(frozen=True)
class Wish(facets.Wish[Facet]):
    """And whether the newest come first. `picked` are the addresses of practices that
    are to be compared."""

    newest: bool = False
    picked: tuple[str, ...] = ()

    def unpicking(self, slug: str) -> "Wish":
        rest = tuple(picked for picked in self.picked if picked != slug)
        return replace(self, picked=rest)


@dataclass(frozen=True)
class Found:
    """The ids that match, best first. `in_any_stage` counts what matches but for the
    stage."""

    ids: Ids
    in_any_stage: int
    facets: dict[Facet, list[Choice]]
    ranking: Ranking


def find(wish: Wish, language: str) -> Found:
    """What matches the wish: the best first, or without words those most used. The
    counts of a facet leave its own choices out of account."""
    kept = shelf()
    ranking = ranked(KIND, wish.question) if wish.question else Ranking()
    scores = ranking.of(kept.ids)
    base = asked_for(wish, scores)
    others = {
        facet: facets.narrowed(base, wish.without(facet), kept.tagged)
        for facet in Facet
    }
    offered = {
        facet: facets.choices(
            labels(facet, language), wish.of(facet), kept.tagged[facet], others[facet]
        )
        for facet in Facet
    }
    matching = facets.narrowed(base, wish, kept.tagged)
    order = kept.newest if wish.newest else kept.most_used
    stood = order[matching[order]]
    if not wish.newest:
        stood = facets.best_first(stood, scores)
    in_any_stage = int(np.count_nonzero(others[Facet.STAGE]))
    return Found(kept.ids[stood], in_any_stage, offered, ranking)


def counts(ranking: Ranking, wishes: Iterable[Wish]) -> list[int]:
    """How many each of these wishes finds, which all ask what was ranked."""
    kept = shelf()
    scores = ranking.of(kept.ids)
    found = (
        facets.narrowed(asked_for(wish, scores), wish, kept.tagged) for wish in wishes
    )
    return [int(np.count_nonzero(mask)) for mask in found]


def asked_for(wish: Wish, scores: Weights) -> Mask:
    """What holds the words of the question; without any, everything."""
    return scores > 0 if wish.question else np.ones(scores.size, np.bool_)


def labels(facet: Facet, language: str) -> Mapping[str, str]:
    """The values of a facet by their code, in their order."""
    match facet:
        case Facet.STAGE:
            return {stage.value: str(label) for stage, label in words_of.STAGES.items()}
        case Facet.EVIDENCE:
            levels = {
                level.value: str(label) for level, label in words_of.EVIDENCE.items()
            }
            return levels | {EXPIRED: str(words_of.EXPIRED)}
        case Facet.LANGUAGE:
            return LANGUAGES
        case _:
            words = vocabulary().of(facet.value)
            return {code: word.labels[language] for code, word in words.items()}
