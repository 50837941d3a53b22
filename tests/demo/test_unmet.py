from portal.demo.files import entries
from portal.demo.unmet import load
from portal.directory.actions.unmet import ENOUGH
from portal.directory.models import UnmetNeed
from portal.directory.queries.unmet import unmet
from portal.i18n import LANGUAGES


def test_demo_shows_what_enough_have_looked_for_in_every_language():
    load()

    shown = unmet()

    assert {row.language for row in shown} == set(LANGUAGES)
    assert min(row.count for row in shown) == ENOUGH


def test_demo_keeps_no_words_of_what_fewer_have_looked_for():
    load()

    few = [row.term for row in UnmetNeed.select().where(UnmetNeed.count < ENOUGH)]

    assert few
    assert set(few) == {""}
    assert UnmetNeed.select().count() == len(entries("unmet.toml", "need"))
