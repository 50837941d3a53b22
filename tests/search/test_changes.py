from portal.search.changes import RUN_BITS, runs, touch

RUN = 1 << RUN_BITS


def test_touch_changes_the_version_of_a_thing_and_its_neighbours_alone():
    touch("thing", [1, RUN, 5 * RUN])
    before = runs("thing")

    touch("thing", [RUN - 1, 2])
    after = runs("thing")

    assert set(before) == set(after) == {0, 1, 5}
    assert {run for run in before if before[run] != after[run]} == {0}


def test_kinds_have_versions_of_their_own():
    touch("thing", [1])
    touch("things", [RUN])

    assert set(runs("thing")) == {0}
    assert set(runs("things")) == {1}
    assert runs("other") == {}
