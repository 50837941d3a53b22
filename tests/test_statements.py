from playhouse.test_utils import count_queries

from portal.db import Version, bump
from portal.statements import Statement, given
from portal.workshops.models import Phase, Workshop
from tests.factories import make_workshop


def test_statement_reads_columns_as_their_fields_do() -> None:
    workshop = make_workshop(Phase.VOTE)
    days = Statement(
        lambda: Workshop.select(
            Workshop.phase_set, Workshop.vote_until, Workshop.moves_by_date
        ).where(Workshop.slug == given("slug")),
        Workshop.phase_set,
        Workshop.vote_until,
        Workshop.moves_by_date,
    )

    found = days(slug=workshop.slug)

    assert found == [(Phase.VOTE, workshop.vote_until, False)]
    assert days(slug="another") == []


def test_statement_is_built_once_and_asked_each_time() -> None:
    built = []

    def build():
        built.append(1)
        named = Version.name == given("name")
        return Version.select(Version.name).where(named, Version.number > 0)

    versions = Statement(build, Version.name)
    bump("one")

    with count_queries() as asked:
        found = [versions(name=name) for name in ("one", "two", "one")]

    assert found == [[("one",)], [], [("one",)]]
    assert (len(built), asked.count) == (1, 3)


def test_statement_without_columns_writes() -> None:
    forget = Statement(lambda: Version.delete().where(Version.name == given("name")))
    bump("one")
    bump("two")
    before = Version.select().where(Version.name.in_(["one", "two"])).count()

    answer = forget(name="one")

    left = Version.select(Version.name).where(Version.name.in_(["one", "two"]))
    assert (answer, before, [row.name for row in left]) == ([], 2, ["two"])
