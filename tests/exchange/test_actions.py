import json

from portal.directory.models import KIND, Service, ServiceText
from portal.exchange.actions import Report, import_general_descriptions
from portal.exchange.models import SourceRecord
from portal.search.queries import ranked
from tests.exchange.records import record, said


def stored():
    """What an import may touch, but for the moments it keeps."""
    return (
        sorted(Service.select(Service.id, Service.slug, Service.updated_at).tuples()),
        sorted(ServiceText.select(ServiceText.id, ServiceText.name).tuples()),
        sorted(SourceRecord.select(SourceRecord.id, SourceRecord.content).tuples()),
    )


def test_import_keeps_the_source_id_and_the_raw_record():
    given = record("a", Extra={"unknown": ["kept", "ä"]})

    report = import_general_descriptions([given])

    assert report == Report(new=1)
    kept = SourceRecord.get()
    assert (kept.source, kept.source_id) == ("ptv-general-description", "a")
    assert json.loads(kept.content) == given
    assert Service.get_by_id(kept.service).slug == "velkaneuvonta"


def test_second_import_changes_nothing():
    records = [record("a"), record("b", "Asumisneuvonta")]
    import_general_descriptions(records)
    before = stored()

    report = import_general_descriptions(records)

    assert report == Report(unchanged=2)
    assert stored() == before


def test_changed_record_changes_the_service_at_the_same_address():
    import_general_descriptions([record("a", "Velkaneuvonta")])
    before = Service.get()

    report = import_general_descriptions([record("a", "Talousneuvonta")])

    after = Service.get()
    assert report == Report(changed=1)
    assert (after.id, after.slug) == (before.id, "velkaneuvonta")
    assert [text.name for text in ServiceText.select()] == ["Talousneuvonta"]
    assert ranked(KIND, "velkaneuvonta").ids == []
    assert ranked(KIND, "talousneuvonta").ids == [after.id]
    assert import_general_descriptions([record("a", "Talousneuvonta")]).unchanged == 1


def test_record_gone_from_the_source_is_kept():
    import_general_descriptions([record("a"), record("b")])

    import_general_descriptions([record("a")])

    assert Service.select().count() == 2


def test_unreadable_records_are_reported_by_id_and_lose_nothing_else():
    records = [
        record("a"),
        record("no-name", Name=[]),
        None,
        record("broken", Description=said(fi="{")),
        record("b", "Asumisneuvonta"),
    ]

    report = import_general_descriptions(records)

    assert report == Report(
        new=2,
        unreadable=[
            ("no-name", "it has no name in any of our languages"),
            ("(no id)", "it has no id"),
            ("broken", "rich text can't be read"),
        ],
    )
    assert Service.select().count() == 2


def test_record_no_database_can_hold_is_reported_and_loses_nothing_else():
    records = [
        record("a"),
        record("surrogate", "\ud800"),
        record("b", "Asumisneuvonta"),
    ]

    report = import_general_descriptions(records)

    assert (report.new, [row[0] for row in report.unreadable]) == (2, ["surrogate"])
    assert Service.select().count() == 2


def test_record_with_an_endless_name_is_reported_on_both_engines():
    report = import_general_descriptions([record("long", "x" * 301), record("a")])

    assert report == Report(
        new=1, unreadable=[("long", "its name is longer than 280 characters")]
    )


def test_unreadable_version_of_a_record_leaves_the_old_one():
    import_general_descriptions([record("a")])
    before = stored()

    report = import_general_descriptions([record("a", Description=said(fi="{"))])

    assert report == Report(unreadable=[("a", "rich text can't be read")])
    assert stored() == before


def test_long_summaries_are_told_to_editors_by_id_each_time():
    records = [record("a", ShortDescription=said(fi="x" * 160))]
    warning = ("a", "fi: summary is 160 characters, over 150")

    first, second = (import_general_descriptions(records) for _ in range(2))

    assert first == Report(new=1, warnings=[warning])
    assert second == Report(unchanged=1, warnings=[warning])


def test_progress_is_told_for_each_record_read_or_not():
    told = []

    import_general_descriptions([record("a"), None], lambda: told.append(1))

    assert told == [1, 1]
