from io import BytesIO

import pytest
from PIL import Image

from portal.attachments import Reason, Unfit, checked, kinds, stored_before
from tests.attachments.sent_files import office, opened, pdf, picture

pytestmark = pytest.mark.no_database

ORIENTATION, TURNED = 0x0112, 6
FILES = {
    "pdf": pdf(),
    "docx": office("docx"),
    "xlsx": office("xlsx"),
    "pptx": office("pptx"),
    "odt": opened("text"),
    "ods": opened("spreadsheet"),
    "png": picture("PNG"),
    "jpg": picture("JPEG"),
    "txt": "Päivä".encode(),
}


def refusal(content, name="file.pdf"):
    with pytest.raises(Unfit) as refused:
        checked(name, content)
    return refused.value.reason


@pytest.mark.parametrize("ending", FILES)
def test_kind_is_read_from_the_content_and_not_from_the_name(ending):
    found = checked("C:\\papers\\Päivä.exe", FILES[ending])

    assert found.name == f"Päivä.{ending}"
    assert kinds.KINDS[found.media_type].ending == ending


@pytest.mark.parametrize("ending", [e for e in FILES if e not in {"png", "jpg"}])
def test_what_is_no_picture_stays_as_it_was(ending):
    assert checked("a", FILES[ending]).content == FILES[ending]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"MZ\x90\x00program", Reason.NOT_OURS),
        (b"\x7fELF\x02\x01", Reason.NOT_OURS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, Reason.OLD),
        (picture()[:50], Reason.BROKEN),
        (picture(size=(6000, 6000), mode="1"), Reason.TOO_MANY_PIXELS),
        (picture(size=(30_001, 1), mode="1"), Reason.TOO_MANY_PIXELS),
        (b"GIF89a\x01\x00\x01\x00\x00\x00", Reason.NOT_OURS),
    ],
    ids=["empty", "program", "linux", "doc", "cut off", "pixels", "line", "gif"],
)
def test_wrong_file_with_a_right_name_is_refused(content, reason):
    assert refusal(content) == reason


def test_file_of_too_many_bytes_is_refused(monkeypatch):
    monkeypatch.setattr("portal.attachments.checking.LARGEST_FILE", 5)

    assert refusal(b"123456") == Reason.TOO_LARGE
    assert checked("a", b"12345").content == b"12345"


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("WEBP", "jpg")])
def test_photo_is_drawn_anew_without_what_the_camera_told(kind, ending):
    told = Image.Exif()
    told[ORIENTATION] = TURNED
    found = checked("Photo", picture(kind, exif=told))

    drawn = Image.open(BytesIO(found.content))
    assert found.name == f"Photo.{ending}"
    assert (drawn.size, drawn.format, dict(drawn.getexif())) == ((20, 40), "JPEG", {})


def test_drawing_keeps_its_sharp_lines():
    found = checked("drawing", picture(size=(3000, 300)))

    drawn = Image.open(BytesIO(found.content))
    assert (drawn.format, drawn.size) == ("PNG", (2400, 240))


def test_same_file_has_the_same_digest():
    once, again, other = (
        checked(name, picture(size=size))
        for name, size in (("a", (9, 9)), ("b", (9, 9)), ("a", (8, 9)))
    )

    assert once.digest == again.digest != other.digest


@pytest.mark.parametrize("ending", FILES)
def test_what_was_kept_before_is_kept_the_same(ending):
    kept = checked("file", FILES[ending])

    assert stored_before(kept.name, kept.content) == kept


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_picture_that_tells_more_is_drawn_even_if_it_was_kept_before(kind):
    settings = {"comment": b"x"} if kind == "JPEG" else {"dpi": (1, 1)}
    telling, followed = picture(kind, **settings), picture(kind) + b"<script>"

    kept = [stored_before("file", sent).content for sent in (telling, followed)]

    assert kept[0] != telling
    assert kept[1] != followed
    assert b"<script>" not in kept[1]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd.txt"),
        ("a\u202etxt.exe", "atxt.txt"),
        ('Ohje: "uusi"\r\n.txt', "Ohje- -uusi-.txt"),
        ("", "file.txt"),
        (".txt", "file.txt"),
        ("ä" * 300, "ä" * 156 + ".txt"),
        ("two.parts.txt", "two.parts.txt"),
    ],
)
def test_name_is_made_fit(sent, kept):
    assert checked(sent, b"text").name == kept
