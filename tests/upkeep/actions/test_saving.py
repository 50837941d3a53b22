import pytest
from playhouse.test_utils import count_queries

from portal.db import version
from portal.directory.models import (
    CHANGES,
    Service,
    ServiceText,
    ServiceVersion,
    TextState,
)
from portal.search.models import Entry
from portal.upkeep.actions import saving
from portal.upkeep.actions.versioned import Gone, Met, Saved
from portal.upkeep.queries.snapshots import snapshot
from tests.factories import give_at, make_place, make_service, make_user


def save(service, edition=1, **values):
    named = {name.replace("__", "/"): value for name, value in values.items()}
    return saving.save(service, named, edition=edition, by=make_user())


def test_save_says_what_came_of_it():
    service = make_service()

    assert save(service, phone="1234") == Saved(2, changed=True)
    assert save(service, 2, phone="1234") == Saved(2, changed=False)
    assert save(service, 1, email="a@b.c") == Saved(3, changed=True, beside=2)


def test_save_that_meets_leaves_everything_as_it_was():
    service = make_service()
    save(service, phone="1")
    before, number = snapshot(service), version(CHANGES)

    with pytest.raises(Met) as met:
        save(service, phone="2", email="a@b.c")

    assert [found.name for found in met.value.merged.conflicts] == ["phone"]
    assert met.value.edition == 2
    assert (snapshot(service), version(CHANGES)) == (before, number)


def test_save_of_what_is_gone_is_told():
    service = make_service()
    Service.delete().execute()

    with pytest.raises(Gone):
        save(service, phone="1")


def test_save_tells_that_the_directory_has_changed_and_makes_it_findable():
    service = make_service("Debt advice")
    before = version(CHANGES)

    save(service, text__en__name="Skating school")

    assert version(CHANGES) != before
    assert [entry.title for entry in Entry.select()] == ["Skating school"]


def test_archived_text_is_not_found():
    service = make_service("Skating school")

    saving.set_state(service, "text/en", TextState.ARCHIVED, by=make_user())

    assert Entry.select().count() == 0


def test_only_the_text_that_changed_gets_a_new_date():
    service = make_service()
    ServiceText.create(service=service, language="sv", name="A")
    dates = dict(
        ServiceText.select(ServiceText.language, ServiceText.updated_at).tuples()
    )

    save(service, text__sv__name="B")

    now = dict(
        ServiceText.select(ServiceText.language, ServiceText.updated_at).tuples()
    )
    assert (now["en"], now["sv"] > dates["sv"]) == (dates["en"], True)


def test_stray_spaces_in_what_was_stored_are_no_change():
    service = make_service()
    ServiceText.update(description="a  b \n\n\n\nc").execute()

    assert not save(service, text__en__description="a b\n\nc").changed


def test_restore_of_a_version_that_was_not_kept_is_refused():
    with pytest.raises(LookupError):
        saving.restore(make_service(), 1, by=make_user())

    assert ServiceVersion.select().count() == 0


def test_snapshot_asks_the_same_whatever_it_holds():
    service = make_service()

    def asked():
        with count_queries() as queries:
            snapshot(service)
        return queries.count

    bare = asked()
    for _ in range(3):
        give_at(make_place(), service, "mon-fri 9:00-11:00")
    # the service, its organisation, team, tags, texts, easy texts, channels, their
    # texts, hours of the phone and days that differ, places, their texts, hours and
    # days that differ, stops, their texts and days that differ, codes, acts; the
    # version of the vocabulary
    assert (bare, asked()) == (20, 20)


def test_store_anew_counts_as_an_edition():
    service = make_service("Help")
    from portal.directory.actions import Draft, DraftText, store

    store(
        Draft(origin="region", twin_key="t", texts={"en": DraftText("Help")}), service
    )

    assert Service.get().edition == 2
