from portal.directory.actions import Draft, DraftText, Mark, store
from portal.directory.models import KIND, Origin, ServiceCode, ServiceTag, ServiceText
from portal.search.queries import ranked
from portal.vocabulary.queries import vocabulary
from tests.factories import make_service


def draft(name, **fields):
    values = {"origin": Origin.REGION, "twin_key": "test", "texts": {}}
    return Draft(**values | {"texts": {"en": DraftText(name)}} | fields)


def test_store_gives_every_service_an_address_of_its_own():
    slugs = [make_service("Äitiysneuvola 24/7").slug for _ in range(3)]

    assert slugs == [
        "aitiysneuvola-24-7",
        "aitiysneuvola-24-7-2",
        "aitiysneuvola-24-7-3",
    ]


def test_store_anew_keeps_the_address_and_leaves_nothing_of_the_old():
    words = vocabulary().of("theme")
    mark = Mark("subject", "urn:1", "velka", "fi")
    first = draft("Old", tags=[words["money"]], codes=[mark, mark])
    service = store(first)

    store(draft("New", tags=[words["home"]]), service)

    assert service.slug == "old"
    assert [text.name for text in ServiceText.select()] == ["New"]
    assert [tag.term for tag in ServiceTag.select()] == [words["home"].id]
    assert ServiceCode.select().count() == 0
    assert ranked(KIND, "old").ids == []
    assert ranked(KIND, "new").ids == [service.id]


def test_service_is_found_by_what_it_is_tagged_with():
    service = make_service("Nothing to the point", "theme:money")

    assert ranked(KIND, "debt").ids == [service.id]
