from collections import Counter
from io import BytesIO

from playhouse.test_utils import count_queries

from portal.db import bump
from portal.directory.models import (
    Organisation,
    OrganisationText,
    Team,
    TeamText,
)
from portal.exchange.library.reading import import_library
from portal.exchange.library.tables import READ_BY_A_MODERATOR, every
from portal.exchange.library.writing import known_codes, practices, whole_library
from portal.links.actions import join
from portal.links.queries import linked
from portal.practices.models import Practice, TalkState
from portal.search.actions import replace
from portal.search.queries import ranked
from portal.vocabulary.models import Term
from portal.vocabulary.queries import CHANGES as WORDS
from tests.exchange.library.whole import make_library, tables, told
from tests.factories import make_practice, make_service


def written():
    return BytesIO(b"".join(whole_library()))


def empty_portal():
    for model in (Practice, Organisation, Team):
        model.delete().execute()
    Term.delete().where(Term.code == "made-up").execute()
    bump(WORDS)


def test_every_table_of_the_library_is_in_the_file():
    """A new model: add it to `library.tables`, or leave it out there and say why."""
    assert {table.model for table in every()} == tables()


def test_library_comes_back_as_it_was():
    make_library()
    before = told()
    names = [
        sorted(model.select(model.language, model.name).tuples())
        for model in (OrganisationText, TeamText)
    ]
    file = written()
    empty_portal()

    import_library(file)

    assert told() == before
    assert [
        sorted(model.select(model.language, model.name).tuples())
        for model in (OrganisationText, TeamText)
    ] == names


def test_every_column_says_something_in_the_test_above():
    make_library(1)

    silent = [
        f"{name}.{column}"
        for name, rows in told().items()
        for column in rows[0]
        if all(row[column] in (None, "", 0, False) for row in rows)
    ]

    assert silent == []


def test_what_no_moderator_has_let_through_stays_behind():
    make_library(1)
    for model in READ_BY_A_MODERATOR:
        model.update(state=TalkState.HIDDEN.value).execute()
    file = written()
    empty_portal()

    counts = import_library(file).counts

    assert [model._meta.table_name in counts for model in READ_BY_A_MODERATOR] == [
        False
    ] * 4
    assert counts["application_text"] == 4


def test_library_that_came_back_is_found_and_joined():
    service = make_service("Debt help")
    make_service("Another")
    desk = make_practice("Desk for debts", slug="desk")
    other = make_practice("Walk", slug="walk")
    join("practice", desk.id, "service", service.id)
    join("practice", desk.id, "practice", other.id)
    file = written()
    Practice.delete().execute()

    found = import_library(file)

    desk, other = (Practice.get(Practice.slug == slug).id for slug in ("desk", "walk"))
    assert linked("practice", desk) == {"service": [service.id], "practice": [other]}
    assert ranked("practice", "debts").ids == [desk]
    assert found.unjoined == 0


def test_link_to_what_is_not_here_is_counted():
    service = make_service("Debt help")
    join("service", service.id, "practice", make_practice("Desk").id)
    file = written()
    Practice.delete().execute()
    service.delete_instance()
    replace("service", service.id, [])
    make_service("Somebody else's", slug=service.slug)

    assert import_library(file).unjoined == 1


def test_empty_library_is_a_file_too():
    assert dict(import_library(written()).counts) == {}


def test_practices_are_read_in_as_many_statements_whatever_they_hold():
    """One for each of 16 tables below the practices and them; two for links."""
    make_library(3)
    codes = known_codes()
    ids = [row.id for row in Practice.select()]

    with count_queries() as one:
        practices(ids[:1], codes, Counter())
    with count_queries() as three:
        practices(ids, codes, Counter())

    assert (one.count, three.count) == (18, 18)
