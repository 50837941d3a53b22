"""Practices for tests of finding them, and what is found."""

from portal.practices.actions.creating import InUse, PracticeDraftText, create
from portal.practices.models import Stage
from portal.practices.queries.finding import find
from portal.practices.queries.listing import in_order, rows_of
from portal.vocabulary.queries import vocabulary


def names(wish, language="en"):
    ids = find(wish, language).ids.tolist()
    return [row.name for row in in_order(ids, rows_of(ids, language))]


def counts(wish, facet):
    return {c.code: c.count for c in find(wish, "en").facets[facet]}


def make(name, tags="", uses=(), **values):
    """A practice with tags as `scheme:code`, used in areas with a state each."""
    words = vocabulary()
    texts = values.pop("texts", {"en": PracticeDraftText(name)})
    states = values.pop("states", {})
    return create(
        {"slug": name.lower().replace(" ", "-"), "stage": Stage.IN_USE} | values,
        texts,
        [words.of(tag.split(":")[0])[tag.split(":")[1]] for tag in tags.split()],
        [InUse(words.of("area")[area], use, None, None, {}) for area, use in uses],
        states=states,
    )
