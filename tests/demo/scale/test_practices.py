import pytest

from portal.demo.scale.actions import prepare
from portal.demo.scale.practices import write
from portal.i18n import LANGUAGES
from portal.practices.models import KIND, Application, Practice, PracticeText
from portal.practices.queries.shelf import Facet, shelf
from portal.search.models import Entry
from tests.conftest import put_back
from tests.factories import make_practice

COUNT = 12


@pytest.fixture(autouse=True, scope="module")
def prepared(app):
    with put_back():
        prepare(COUNT)
        yield


def test_write_makes_practices_that_are_found_in_every_language(client):
    before = make_practice("Haircut")
    counts = []

    write(COUNT, counts.append)
    after = make_practice("Shave")

    ids = [row.id for row in Practice.select(Practice.id).order_by(Practice.id)]
    assert ids == [before.id, *range(before.id + 1, before.id + COUNT + 1), after.id]
    assert sum(counts) == COUNT
    spoken = shelf().tagged[Facet.LANGUAGE]
    assert [spoken[code].sum() for code in LANGUAGES] == [COUNT, COUNT, COUNT + 2]
    assert Entry.select().where(Entry.kind == KIND).count() == 3 * COUNT + 2
    name = PracticeText.get(PracticeText.language == "fi").name.partition(",")[0]
    assert f">{name}" in client.get("/fi/practices", query_string={"q": name}).text


@pytest.mark.one_engine
def test_write_tags_and_uses_them_as_a_library_is():
    write(COUNT)

    kept = shelf()
    for facet in (Facet.THEME, Facet.NEED, Facet.GROUP, Facet.STAGE):
        fits = [bits for bits in kept.tagged[facet].values() if bits.any()]
        assert len(fits) > 1, facet
        assert sum(fits).all(), facet
    assert 0 < Application.select().count() < 4 * COUNT
