from io import BytesIO

import pytest
from PIL import Image

from portal import pictures
from portal.pictures import NotAPicture, TooLarge, drawn_anew

pytestmark = pytest.mark.no_database

ORIENTATION, PLACE, TURNED = 0x0112, 0x8825, 6


def file(size=(40, 20), kind="PNG", mode="RGB", **settings):
    content = BytesIO()
    Image.new(mode, size, "#a50d3c").save(content, kind, **settings)
    content.seek(0)
    return content


def opened(picture):
    return Image.open(BytesIO(picture.content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_picture_is_drawn_as_jpeg(kind):
    picture = drawn_anew(file(kind=kind))

    assert (picture.width, picture.height) == (40, 20)
    assert opened(picture).format == "JPEG"


@pytest.mark.parametrize("mode", ["L", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_picture_of_any_colours_is_drawn(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    content = BytesIO()
    Image.new(mode, (8, 8)).save(content, kind)
    content.seek(0)

    assert opened(drawn_anew(content)).mode == "RGB"


def test_large_picture_is_made_smaller():
    picture = drawn_anew(file((2000, 500)))

    assert (picture.width, picture.height) == (1280, 320)


def test_nothing_is_kept_of_what_a_camera_tells():
    told = Image.Exif()
    told[ORIENTATION] = TURNED
    told.get_ifd(PLACE)[1] = "N"
    sent = file(kind="JPEG", exif=told, comment=b"at home")
    assert b"at home" in sent.getvalue()

    picture = drawn_anew(sent)

    assert (picture.width, picture.height) == (20, 40)
    assert dict(opened(picture).getexif()) == {}
    assert b"at home" not in picture.content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        file().getvalue()[:60],
        file(kind="BMP").getvalue(),
        b"GIF89a" + b"\xff" * 100,
    ],
    ids=["empty", "text", "svg", "cut off", "another kind", "broken"],
)
def test_what_is_no_picture_of_ours_is_refused(content):
    with pytest.raises(NotAPicture):
        drawn_anew(BytesIO(content))


def test_small_file_of_a_huge_picture_is_refused():
    bomb = file((6000, 6000), mode="1")
    assert len(bomb.getvalue()) < 100_000

    with pytest.raises(TooLarge):
        drawn_anew(bomb)


def test_file_of_too_many_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(pictures, "LARGEST_FILE", 50)

    with pytest.raises(TooLarge):
        drawn_anew(file())
