import pytest

from portal.attachments import Reason, Unfit
from portal.attachments.offices import kind_of
from tests.attachments.sent_files import archive, office, opened, relation

pytestmark = pytest.mark.no_database


def refusal(content):
    with pytest.raises(Unfit) as refused:
        kind_of(content)
    return refused.value.reason


def image(address):
    return f'<draw:image xlink:show="embed" xlink:href="{address}"/>'


MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
)
LOOK = "attachedTemplate"
BOMBED = "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (office(content_type=MACROS), Reason.MACROS),
        (office(word__vbaProject="x"), Reason.MACROS),
        (office("pptx", **{"ppt__embeddings__book.xlsm": "x"}), Reason.MACROS),
        (office(**{"word__embeddings__oleObject1.bin": "x"}), Reason.HOLDS_FILES),
        (office(**{"word___rels__s.rels": relation(LOOK)}), Reason.FETCHES),
        (office(**{"word___rels__s.rels": relation("image")}), Reason.FETCHES),
        (office(**{"word___rels__s.rels": BOMBED}), Reason.BROKEN),
        (office(**{"word___rels__s.rels": "<a>"}), Reason.BROKEN),
        (office(content_type=TEMPLATE), Reason.NOT_OURS),
        (office(**{"_rels__.rels": relation("oleObject", "")}), Reason.HOLDS_FILES),
        (office(**{"_rels__.rels": relation("vbaProject", "")}), Reason.MACROS),
        (office(content_type="application/vnd.ms-office.vbaProject"), Reason.MACROS),
        (archive({"a.txt": "text"}), Reason.NOT_OURS),
        (archive({"[Content_Types].xml": "<a/>", "../a": ""}), Reason.BROKEN),
        (archive({"[Content_Types].xml": "<a/>", "A": "", "a": ""}), Reason.BROKEN),
        (archive({"mimetype": "application/zip"}), Reason.NOT_OURS),
        (opened("presentation"), Reason.NOT_OURS),
        (opened(**{"Basic__Standard__Module1.xml": "x"}), Reason.MACROS),
        (opened(content="<script:event-listener/>"), Reason.MACROS),
        (opened(content=image("http://elsewhere.example/a")), Reason.FETCHES),
        (opened(**{"styles.xml": image("//elsewhere.example/a")}), Reason.FETCHES),
        (opened(content=image("file:///a")), Reason.FETCHES),
        (opened(manifest="<m:encryption-data/>"), Reason.LOCKED),
        (office()[:-30], Reason.BROKEN),
        (office()[:60] + b"??" + office()[62:], Reason.BROKEN),
    ],
)  # fmt: skip
def test_office_file_that_is_more_than_text_is_refused(content, reason):
    assert refusal(content) == reason


def test_link_in_the_text_may_lead_elsewhere():
    held = office(
        **{
            "word___rels__document.xml.rels": relation("hyperlink"),
            "word___rels__styles.xml.rels": relation("styles", "Internal"),
        }
    )

    assert kind_of(held).ending == "docx"


def test_open_document_may_show_its_own_pictures_and_link_elsewhere():
    link = '<text:a xlink:type="simple" xlink:href="https://verstas.example/">'
    held = opened(content=image("Pictures/1.png") + link)

    assert kind_of(held).ending == "odt"


def test_table_of_parts_that_would_take_much_memory_is_refused(monkeypatch):
    monkeypatch.setattr("portal.attachments.offices.LARGEST_TABLE", 20)

    assert refusal(office()) == Reason.TOO_MUCH_INSIDE


def test_archive_that_unpacks_to_far_more_than_it_is_is_refused():
    bomb = office(word__document="0" * 8_000_000)

    assert len(bomb) < 30_000
    assert refusal(bomb) == Reason.TOO_MUCH_INSIDE


def test_archive_of_too_much_or_too_many_is_refused(monkeypatch):
    held = office(a="1", b="2")
    monkeypatch.setattr("portal.attachments.offices.MOST_INSIDE", 100)
    assert refusal(held) == Reason.TOO_MUCH_INSIDE

    monkeypatch.undo()
    monkeypatch.setattr("portal.attachments.offices.MOST_MEMBERS", 2)
    assert refusal(held) == Reason.TOO_MUCH_INSIDE
