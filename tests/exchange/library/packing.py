"""A small library as a file, to be changed and read in."""

import json
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from portal.exchange.library import LibraryRefused
from portal.exchange.library.reading import import_library
from portal.exchange.library.writing import whole_library
from portal.practices.models import Practice
from tests.exchange.library.whole import told
from tests.factories import make_practice
from tests.practices.files import make_file

DESK = "practices/desk.json"


def unpacked():
    """What the file of a small library holds, by name; the library is gone."""
    make_file(make_practice("Desk", slug="desk", in_use="harju"))
    held = ZipFile(BytesIO(b"".join(whole_library())))
    Practice.delete().execute()
    return {name: held.read(name) for name in held.namelist()}


def packed(members, packing=ZIP_DEFLATED):
    file = BytesIO()
    with ZipFile(file, "w", packing) as made:
        for name, content in members:
            made.writestr(name, content)
    return file


def resealed(members, **changes):
    """The members with a manifest that fits them."""
    manifest = json.loads(members["manifest.json"])
    held = {name: text for name, text in members.items() if name != "manifest.json"}
    manifest["members"] = [
        {"name": name, "sha256": sha256(content).hexdigest()}
        for name, content in held.items()
    ]
    return packed([*held.items(), ("manifest.json", json.dumps(manifest | changes))])


def refusal(file):
    before = told()

    with pytest.raises(LibraryRefused) as refused:
        import_library(file)

    assert told() == before
    return str(refused.value)


def with_desk(members, change):
    """The members with another practice in the place of the desk."""
    desk = json.loads(members[DESK])
    change(desk)
    return resealed(members | {DESK: json.dumps(desk).encode()})
