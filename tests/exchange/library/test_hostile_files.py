"""Files that are no library, or that somebody has changed."""

from io import BytesIO
from zipfile import ZIP_BZIP2

import pytest

from portal.exchange.library import archive
from portal.exchange.library.reading import import_library
from tests.exchange.library.packing import (
    DESK,
    packed,
    refusal,
    resealed,
    unpacked,
)
from tests.factories import make_practice


@pytest.fixture
def members():
    return unpacked()


def test_members_put_together_again_are_a_library(members):
    assert import_library(resealed(members)).counts["practice"] == 1


def test_portal_with_practices_takes_no_library(members):
    make_practice()

    assert refusal(resealed(members)) == "This portal has practices already."


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip", b"\0" * 99])
def test_what_is_no_zip_is_refused(content):
    assert refusal(BytesIO(content)) == "This is no zip file."


@pytest.mark.parametrize(
    "name",
    [
        "../desk.json",
        "/etc/passwd",
        "practices/../x.json",
        "practices\\x.json",
        "x.exe",
    ],
)
def test_member_of_another_name_is_refused(members, name):
    file = packed([*members.items(), (name, b"{}")])

    assert refusal(file) == f"{name!r} has no place in such a file."


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_member_that_is_there_twice_is_refused(members):
    file = packed([*members.items(), (DESK, b"{}")])

    assert refusal(file) == f"{DESK} is there twice."


def test_member_that_is_not_as_the_manifest_says_is_refused(members):
    file = packed((members | {DESK: b"{}"}).items())

    assert refusal(file) == f"{DESK} is not as the manifest says."


def test_member_that_the_manifest_does_not_know_is_refused(members):
    file = packed([*members.items(), ("practices/other.json", b"{}")])

    assert refusal(file) == (
        "The manifest and the file differ about practices/other.json."
    )


@pytest.mark.parametrize(
    "missing", ["manifest.json", "words.json", "organisations.json"]
)
def test_file_without_a_part_is_refused(members, missing):
    del members[missing]
    file = packed(members.items()) if missing == "manifest.json" else resealed(members)

    assert refusal(file) == f"{missing} is missing."


def test_file_without_what_a_practice_refers_to_is_refused(members):
    name = next(name for name in members if name.startswith("files/"))
    del members[name]

    assert refusal(resealed(members)) == f"{DESK}: {name} is missing."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": "another"}, "This is no file of a library."),
        ({"format_version": 2}, "This file has the form 2; we read 1."),
        ({"counts": {}}, "The manifest counts other rows than there are."),
    ],
)
def test_manifest_of_another_form_is_refused(members, changes, words):
    assert refusal(resealed(members, **changes)) == words


@pytest.mark.parametrize("text", [b"{", b"\xff\xfe", b"[" * 100_000])
def test_what_is_not_json_is_refused(members, text):
    assert refusal(resealed(members | {DESK: text})) == f"{DESK} is not JSON."


def test_archive_that_unpacks_to_far_more_than_it_is_is_refused(members):
    bomb = resealed(members | {DESK: b" " * 9_000_000})

    assert refusal(bomb) == "The file unpacks to far more than it should."


def test_member_too_large_is_refused(members, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_TEXT", 1000)

    assert refusal(resealed(members)).endswith(" is too large.")


def test_member_packed_in_another_way_is_refused(members):
    file = packed(members.items(), ZIP_BZIP2)

    assert refusal(file).endswith(" is packed in an unknown way.")
