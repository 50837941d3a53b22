from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.db import database
from portal.directory.queries.finding import Wish, find
from portal.vocabulary.models import Scheme
from tests.factories import make_service

CODES = {
    "area": ["county", "harju", "niemi"],
    "theme": ["money", "home", "work"],
    "tier": ["near", "remote"],
    "language": ["fi", "sv"],
}
choices = st.fixed_dictionaries(
    {
        name: st.lists(st.sampled_from(codes), unique=True)
        for name, codes in CODES.items()
    }
)
tagged = st.fixed_dictionaries(
    {name: st.sets(st.sampled_from(codes)) for name, codes in CODES.items()}
)


def whole(found):
    facets = {facet: {c.code: c for c in of} for facet, of in found.facets.items()}
    ids = found.ranking.ids
    return list(found.groups), facets, found.services, found.open_now, ids


@given(
    services=st.lists(tagged, min_size=1, max_size=6),
    chosen=choices,
    question=st.sampled_from(["", "even"]),
    order=st.permutations(list(CODES)),
)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_every_count_is_what_is_found_when_chosen_and_order_does_not_matter(
    services, chosen, question, order
):
    chosen = {Scheme(name): tuple(codes) for name, codes in chosen.items()}
    turned = {Scheme(name): chosen[Scheme(name)][::-1] for name in order}
    with database.atomic() as example:
        for number, tags in enumerate(services):
            words = [f"{name}:{code}" for name, codes in tags.items() for code in codes]
            make_service("even" if number % 2 == 0 else "odd", " ".join(words))

        found = find(Wish(question, chosen), "en")

        assert whole(find(Wish(question, turned), "en")) == whole(found)
        for facet, offered in found.facets.items():
            rest = Wish(question, chosen).without(facet)
            for choice in offered:
                alone = Wish(question, {**rest.chosen, facet: (choice.code,)})
                assert find(alone, "en").services == choice.count
        example.rollback()
