import zlib
from contextlib import suppress
from time import perf_counter

import pytest

from portal.attachments import Reason, Unfit
from portal.attachments.pdfs import need_quiet
from tests.attachments.sent_files import pdf, stream

pytestmark = pytest.mark.no_database

PACKED = b"/Type /ObjStm /Filter /FlateDecode"
HIDDEN = b"/Type/Obj#53tm/Filter[/FlateDecode]"
FEW_SECONDS = 3
SCRIPT = b"<< /S /JavaScript /JS (app.alert) >>"


def refusal(content):
    with pytest.raises(Unfit) as refused:
        need_quiet(content)
    return refused.value.reason


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (SCRIPT, Reason.ACTS),
        (b"<< /S /Rendition /JS 4 0 R >>", Reason.ACTS),
        (b"<< /S /Java#53cript >>", Reason.ACTS),
        (b"<< /S/Launch/F(cmd.exe) >>", Reason.ACTS),
        (b"<< /S /SubmitForm >>", Reason.ACTS),
        (b"<< /Names << /EmbeddedFiles 3 0 R >> >>", Reason.HOLDS_FILES),
        (b"<< /Encrypt 5 0 R >>", Reason.LOCKED),
        (stream(PACKED, zlib.compress(SCRIPT)), Reason.ACTS),
        (stream(HIDDEN, zlib.compress(SCRIPT)), Reason.ACTS),
        (stream(b"/Type /ObjStm", SCRIPT), Reason.ACTS),
        (stream(PACKED, b"not packed"), Reason.BROKEN),
        (stream(b"/Type /ObjStm /Filter /LZWDecode", b"packed"), Reason.BROKEN),
        (stream(b"/Type /ObjStm /Filter 5 0 R", b"packed"), Reason.BROKEN),
        (stream(PACKED + b"/Filter/LZWDecode", b"packed"), Reason.BROKEN),
        (stream(PACKED + b"/DecodeParms 5 0 R", b"packed"), Reason.BROKEN),
        (stream(PACKED + b"/X (obj)", zlib.compress(SCRIPT)), Reason.ACTS),
        (b"% stream\n" + SCRIPT + b"\n%endstream", Reason.ACTS),
        (b"<< /S /GoToE /F (//elsewhere.example/a) >>", Reason.ACTS),
    ],
)  # fmt: skip
def test_pdf_that_acts_or_hides_is_refused(inside, reason):
    assert refusal(pdf(inside)) == reason


@pytest.mark.parametrize(
    "inside",
    [
        b"<< /S /URI /URI (https://verstas.example/javascript) >>",
        b"<< /OpenAction [3 0 R /Fit] /JSON true /Launcher 1 >>",
        stream(b"/Filter /FlateDecode", b"picture /JS /AA"),
        stream(PACKED, zlib.compress(b"<< /Type /Page >>")),
    ],
)
def test_pdf_that_only_shows_is_taken(inside):
    need_quiet(pdf(inside))


@pytest.mark.parametrize(
    "piece", [b"stream\n", b"stream\nendstream\n", b"/ObjStm/Filter[", b"obj "]
)
def test_pdf_of_nothing_but_beginnings_is_read_at_once(piece):
    hostile = pdf(piece * (1_000_000 // len(piece)))
    began = perf_counter()

    with suppress(Unfit):
        need_quiet(hostile)

    assert perf_counter() - began < FEW_SECONDS


def test_pdf_without_its_end_is_broken():
    assert refusal(b"%PDF-1.7\n1 0 obj") == Reason.BROKEN


def test_pdf_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("portal.attachments.pdfs.MOST_INSIDE", 1000)
    bomb = pdf(stream(PACKED, zlib.compress(b" " * 5000)))

    assert refusal(bomb) == Reason.TOO_MUCH_INSIDE
