"""Libraries whose manifest fits, with rows that can't be."""

import json
from hashlib import sha256

import pytest

from portal.exchange.library.reading import import_library
from portal.practices.models import PracticeFile
from tests.attachments.sent_files import picture
from tests.exchange.library.packing import (
    DESK,
    refusal,
    resealed,
    unpacked,
    with_desk,
)

MARK = {
    "sort": "lived", "value": "foo", "team": None, "set_on": "2026-01-01",
    "texts": [],
}  # fmt: skip
VERSION = {
    "edition": 1, "saved_at": "2026-01-01T00:00:00", "note": "", "language": "",
    "snapshot": "[]",
}  # fmt: skip
REFERENCE = {
    "title": "A", "url": "javascript:alert(1)", "year": 2020, "language": "en",
    "position": 0,
}  # fmt: skip
LINK = {"kind": "service", "slug": "\ud800", "titles": ["A"]}


@pytest.fixture
def members():
    return unpacked()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d.pop("slug"), "practices: slug is missing or unknown."),
        (lambda d: d.update(id=1), "practices: id is missing or unknown."),
        (lambda d: d.update(slug=5), "5 can't be a Practice.slug."),
        (lambda d: d.update(slug="a" * 121), "can't be a Practice.slug."),
        (lambda d: d.update(stage="best"), "'best' can't be a Practice.stage."),
        (lambda d: d.update(edition=True), "True can't be a Practice.edition."),
        (lambda d: d.update(edition=2**40), "can't be a Practice.edition."),
        (lambda d: d.update(updated_at="today"), "can't be a Practice.updated_at."),
        (lambda d: d.update(organisation="x"), "can't be a Practice.organisation."),
        (lambda d: d["texts"][0].update(name=None), "can't be a PracticeText.name."),
        (lambda d: d["texts"][0].update(how="\0"), "can't be a PracticeText.how."),
        (lambda d: d["texts"][0].update(how="\ud800"), "can't be a PracticeText.how."),
        (lambda d: d.update(texts={}), "texts does not hold what it should."),
        (lambda d: d.update(texts=[7]), "texts does not hold what it should."),
        (lambda d: d.update(links=[{}]), "a link can't be read."),
        (lambda d: d["texts"][0].update(name=""), "'' can't be a PracticeText.name."),
        (lambda d: d["texts"][0].update(language="xx"), "a PracticeText.language."),
        (lambda d: d.update(evidence_on="9999-12-31"), "a Practice.evidence_on."),
        (lambda d: d["applications"][0].update(area="theme:money"), "Application.area"),
        (lambda d: d["marks"].append(MARK), "foo can't be a mark of its sort."),
        (lambda d: d["versions"].append(VERSION), "can't be a PracticeVersion.snapsh"),
        (lambda d: d["references"].append(REFERENCE), "a PracticeReference.url."),
        (lambda d: d["links"].append(LINK), "a link can't be read."),
        (lambda d: d["texts"].append(d["texts"][0]), "contradict each other"),
    ],
)  # fmt: skip
def test_rows_that_can_not_be_are_refused(members, change, words):
    assert words in refusal(with_desk(members, change))


def test_member_that_holds_another_practice_is_refused(members):
    file = with_desk(members, lambda desk: desk.update(slug="walk"))

    assert refusal(file) == f"{DESK} holds another practice."


def test_practice_at_the_address_of_another_page_is_refused(members):
    desk = json.loads(members.pop(DESK)) | {"slug": "library"}
    file = resealed(members | {"practices/library.json": json.dumps(desk).encode()})

    assert "has the address of another page." in refusal(file)


def test_accepted_answer_must_be_there(members):
    question = {
        "voice": "resident", "language": "en", "body": "?", "to_users": False,
        "state": "published", "accepted": 0, "written_at": "2026-01-01T00:00:00",
        "published_at": None, "submission": "q", "answers": [],
    }  # fmt: skip
    file = with_desk(members, lambda desk: desk["questions"].append(question))

    assert refusal(file) == f"{DESK}: accepted tells of no row."


def changed_file(members, content):
    name = next(name for name in members if name.startswith("files/"))
    digest = sha256(content).hexdigest()
    del members[name]
    members[f"files/{digest}"] = content
    return with_desk(members, lambda desk: desk["files"][0].update(digest=digest))


def test_file_that_we_would_not_take_is_refused(members):
    file = changed_file(members, b"MZ\x90\0")

    assert refusal(file) == f"{DESK}: words.txt can't be kept: not-ours."


def test_file_is_named_by_what_it_is(members):
    import_library(changed_file(members, picture("PNG", dpi=(1, 1))))

    kept = PracticeFile.get()
    assert (kept.name, kept.media_type) == ("words.png", "image/png")
    assert kept.digest == sha256(kept.content).hexdigest()
    assert kept.size == len(kept.content)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("words.json", [{"scheme": "colour", "code": "red"}]),
        ("words.json", [{"scheme": "theme", "code": "red", "en": 5}]),
        ("words.json", ["red"]),
        ("words.json", {}),
        ("organisations.json", [{"code": "a", "kind": "county", "names": []}]),
        ("organisations.json", [5]),
    ],
)
def test_words_and_organisations_that_can_not_be_are_refused(members, name, text):
    refusal(resealed(members | {name: json.dumps(text).encode()}))
