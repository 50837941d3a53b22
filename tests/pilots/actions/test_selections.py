from hashlib import sha256

import pytest

from portal.errors import Refused
from portal.pilots.actions import selections
from portal.pilots.locking import Weighed
from portal.pilots.models import Selection
from portal.search.models import Entry
from tests.pilots.selecting import (
    CRITERIA,
    TITLES,
    again,
    draft,
    locked,
    make_candidate,
    opened,
    prepared,
)

pytestmark = pytest.mark.usefixtures("speaking")


def test_create_sent_twice_makes_one():
    pilot = make_candidate()

    first = selections.create(draft(pilot), by=None, submission="once")
    second = selections.create(draft(pilot), by=None, submission="once")

    assert (first.id, Selection.select().count()) == (second.id, 1)


def test_change_writes_all_anew():
    made = prepared()
    pilot = make_candidate()
    wanted = draft(pilot, titles={"fi": "Toinen"}, criteria=CRITERIA[:1])

    saved = selections.change(made, wanted, seen=selections.seen_of(made))

    assert (saved, selections.draft_of(again(made.id))) == (True, wanted)


def test_change_of_what_another_changed_saves_nothing():
    made = prepared()
    seen = selections.seen_of(made)
    theirs = draft(make_candidate(), criteria=CRITERIA[:1])
    selections.change(made, theirs, seen=seen)

    saved = selections.change(made, draft(make_candidate()), seen=seen)

    assert (saved, selections.draft_of(again(made.id))) == (False, theirs)


def test_change_after_locking_is_refused():
    made = locked()

    with pytest.raises(Refused):
        selections.change(made, draft(make_candidate()), seen=selections.seen_of(made))

    assert again(made.id).is_intact


def test_lock_keeps_the_text_and_its_hash():
    first, second = make_candidate(slug="b-pilot"), make_candidate(slug="a-pilot")
    made = prepared(first, second, slug="choice")

    selections.lock(made, seen=made.digest_now, by=None)

    text = (
        "verstas selection 1\n"
        "selection: choice\n"
        "pilot: a-pilot\n"
        "pilot: b-pilot\n"
        "criterion 1: 60 %\n"
        "fi: Hyöty\n"
        "sv: Nytta\n"
        "en: Benefit\n"
        "criterion 2: 40 %\n"
        "fi: Hinta\n"
        "sv: Pris\n"
        "en: Price\n"
    )
    row = again(made.id).row
    assert (row.locked_text, row.digest) == (text, sha256(text.encode()).hexdigest())


def test_lock_makes_it_found_by_its_titles():
    made = prepared()
    titles = Entry.select(Entry.language, Entry.title).where(Entry.kind == "selection")
    before = dict(titles.tuples())

    selections.lock(made, seen=made.digest_now, by=None)

    assert (before, dict(titles.tuples())) == ({}, TITLES)


def test_lock_twice_keeps_the_first():
    made = locked()

    selections.lock(made, seen="anything", by=None)

    assert again(made.id).row.locked_at == made.row.locked_at


def test_lock_of_criteria_changed_meanwhile_is_refused():
    made = prepared()
    seen = made.digest_now
    other = [Weighed(50, one.words) for one in CRITERIA]
    selections.change(
        made,
        draft(make_candidate(), criteria=tuple(other)),
        seen=selections.seen_of(made),
    )

    with pytest.raises(Refused):
        selections.lock(made, seen=seen, by=None)

    assert not again(made.id).is_locked


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({"criteria": ()}, ["Write the criteria."]),
        (
            {"criteria": (Weighed(30, CRITERIA[0].words),)},
            ["The weights make 30. Add 70, so that they make 100."],
        ),
        (
            {"criteria": (Weighed(130, CRITERIA[0].words),)},
            ["The weights make 130. Take away 30, so that they make 100."],
        ),
        (
            {"criteria": (Weighed(100, {"fi": "Hyöty", "sv": "Nytta"}),)},
            ["English: write 1 criterion."],
        ),
        (
            {"titles": {"fi": "Valinta", "en": "Choice"}},
            ["Svenska: write the title."],
        ),
    ],
)
def test_lock_of_what_is_not_ready_is_refused(fields, lacking):
    made = prepared(**fields)

    with pytest.raises(Refused):
        selections.lock(made, seen=made.digest_now, by=None)

    assert (selections.lacks(made), again(made.id).is_locked) == (lacking, False)


def test_lock_names_pilots_that_are_not_public():
    made = prepared(make_candidate("Quiet", public=False))

    lacking = selections.lacks(made)

    assert lacking == ["Make Quiet public: what is chosen from is known to all."]


def test_results_open_only_after_the_lock():
    made = prepared()

    with pytest.raises(Refused):
        selections.open_results(made)

    assert not again(made.id).is_opened


def test_results_opened_twice_keep_the_first_time():
    made = opened()

    selections.open_results(made)

    assert again(made.id).row.opened_at == made.row.opened_at
