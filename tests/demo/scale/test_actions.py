from collections import Counter

import pytest

from portal.db import database
from portal.demo.scale.actions import prepare, write
from portal.demo.scale.tables import first_free
from portal.directory.models import (
    KIND,
    OpeningHours,
    Place,
    Service,
    ServiceAtPlace,
    ServiceTag,
    ServiceText,
)
from portal.i18n import LANGUAGES
from portal.search.models import Entry
from portal.vocabulary.models import Scheme, Term
from tests.conftest import put_back
from tests.factories import make_service

TEXTS = ("name", "summary", "audience", "situations", "description")


@pytest.fixture(autouse=True, scope="module")
def prepared(app):
    with put_back():
        prepare(30)
        yield


def everything_written(first):
    texts = [getattr(ServiceText, name) for name in TEXTS]
    return [
        list(query.tuples())
        for query in (
            Service.select(Service.id, Service.slug, Service.checked_on)
            .where(Service.id >= first)
            .order_by(Service.id),
            ServiceText.select(ServiceText.service, ServiceText.language, *texts)
            .where(ServiceText.service >= first)
            .order_by(ServiceText.service, ServiceText.language),
            ServiceTag.select(ServiceTag.service, ServiceTag.term)
            .where(ServiceTag.service >= first)
            .order_by(ServiceTag.service, ServiceTag.term),
        )
    ]


@pytest.mark.one_engine
def test_write_makes_whole_services_in_every_language():
    first = first_free(Service)
    counts = []

    write(30, counts.append)

    services, texts, _tags = everything_written(first)
    assert [row[0] for row in services] == list(range(first, first + 30))
    assert sum(counts) == 30
    assert Counter(row[1] for row in texts) == dict.fromkeys(LANGUAGES, 30)
    plain = (" ".join(row[2:]).replace("- ", "") for row in texts)
    lengths = [len(text.split()) for text in plain]
    assert min(lengths) >= 54
    assert max(lengths) <= 150
    assert [row for row in texts if len(row[3]) > 150] == []


@pytest.mark.one_engine
def test_write_tags_every_service_in_the_schemes_that_all_have():
    write(30)

    for scheme in (Scheme.AREA, Scheme.TIER, Scheme.ACCESS, Scheme.FOCUS):
        tagged = (
            ServiceTag.select(ServiceTag.service)
            .join(Term)
            .where(Term.scheme == scheme)
            .distinct()
        )
        assert tagged.count() == 30, scheme


@pytest.mark.one_engine
def test_write_gives_about_a_third_a_place_with_hours():
    write(60)

    given = ServiceAtPlace.select().count()
    assert 8 < given < 36
    with_hours = OpeningHours.select(OpeningHours.service_at_place).distinct().count()
    assert with_hours == given
    protected = ServiceAtPlace.select().join(Place).where(Place.protected)
    assert not protected.exists()


def test_write_indexes_what_it_writes(client):
    write(30)
    name = ServiceText.get(ServiceText.language == "fi").name.partition(",")[0]

    page = client.get("/fi/services", query_string={"q": name}).text

    assert Entry.select().where(Entry.kind == KIND).count() == 90
    assert f">{name}" in page


@pytest.mark.one_engine
def test_write_is_the_same_each_time():
    first = first_free(Service)

    def written():
        with database.atomic() as transaction:
            write(30)
            rows = everything_written(first)
            transaction.rollback()
        return rows

    once, again = written(), written()

    assert once == again
    assert len({row[1] for row in once[0]}) == 30


def test_write_goes_on_after_what_is_there():
    existing = make_service("Haircut")

    write(3)
    write(2)
    after = make_service("Shave")

    ids = [row.id for row in Service.select(Service.id).order_by(Service.id)]
    assert ids == [existing.id, *range(existing.id + 1, existing.id + 6), after.id]


@pytest.mark.no_database
def test_command_refuses_where_no_demo_is(app):
    told = app.test_cli_runner().invoke(args=["demo", "scale", "3"])

    assert told.exit_code == 1
    assert "DEMO is off here" in told.output
