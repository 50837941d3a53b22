from playhouse.test_utils import count_queries

from portal.db import bump
from portal.memory import remembered


def remembering(*contents):
    """A function that tells how often it has been run, and remembers it."""
    runs = []

    @remembered(*contents)
    def read(*asked):
        runs.append(asked)
        return len(runs)

    return read


def test_thing_is_read_anew_when_one_of_its_contents_changes():
    read = remembering("one", "two")
    told = [read(), read()]

    for name in ("one", "two", "three"):
        bump(name)
        told.append(read())

    assert told == [1, 1, 2, 3, 3]


def test_thing_is_read_anew_when_something_else_is_asked():
    read = remembering("one")

    assert [read("a"), read("a"), read("b"), read("a")] == [1, 1, 2, 3]


def test_versions_of_all_contents_are_one_statement():
    read = remembering("one", "two")
    read()

    with count_queries() as asked:
        read()

    assert asked.count == 1
