"""The file itself: a zip of members, and a manifest that tells the SHA-256 of each."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import IO, Any, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from portal.attachments.kinds import LARGEST_FILE
from portal.exchange.library import FORMAT, FORMAT_VERSION, LibraryRefused

MANIFEST, WORDS, ORGANISATIONS = "manifest.json", "words.json", "organisations.json"
NAME = re.compile(
    r"(?:manifest|words|organisations)\.json"
    r"|practices/[a-z0-9]+(?:-[a-z0-9]+)*\.json"
    r"|files/[0-9a-f]{64}"
)
LARGEST_TEXT = 256 * 1024 * 1024
"""Bytes of one member of JSON, with all versions of a practice."""
HIGHEST_RATIO = 200
FREE_OF_RATIO = 1024 * 1024
ENCRYPTED = 0x1
LEFT_OUT = (
    "who wrote, set, told or saved something: people and their ids",
    "experiences, questions, answers and suggestions that no moderator has let through",
    "what other parts of the portal hold: followers, notices, cases, materials",
)


def practice_member(slug: str) -> str:
    return f"practices/{slug}.json"


def file_member(digest: str) -> str:
    return f"files/{digest}"


class Sink:
    """What has been written and not yet been sent."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def write(self, content: bytes) -> int:
        self.waiting += content
        return len(content)

    def flush(self) -> None:
        pass

    def take(self) -> bytes:
        content = bytes(self.waiting)
        self.waiting.clear()
        return content


class Writer:
    """Writes member by member; what it has written is taken after each."""

    def __init__(self) -> None:
        self.sink = Sink()
        self.zip = ZipFile(cast("IO[bytes]", self.sink), "w")
        self.members: list[dict[str, Any]] = []
        self.counts: Counter[str] = Counter()
        self.written: set[str] = set()

    def add_json(self, name: str, data: Any) -> bytes:
        text = json.dumps(data, ensure_ascii=False, indent=1).encode()
        return self._add(name, text, ZIP_DEFLATED)

    def add_file(self, digest: str, content: bytes) -> bytes:
        return self._add(file_member(digest), content, ZIP_STORED)

    def finish(self, made_at: datetime) -> Iterator[bytes]:
        yield self.add_json(
            MANIFEST,
            {
                "format": FORMAT,
                "format_version": FORMAT_VERSION,
                "made_at": f"{made_at.isoformat(timespec='seconds')}Z",
                "counts": dict(sorted(self.counts.items())),
                "left_out": LEFT_OUT,
                "members": list(self.members),
            },
        )
        self.zip.close()
        yield self.sink.take()

    def _add(self, name: str, content: bytes, packing: int) -> bytes:
        if name not in self.written:
            self.written.add(name)
            self.zip.writestr(ZipInfo(name), content, packing)
            self.members.append(
                {
                    "name": name,
                    "size": len(content),
                    "sha256": sha256(content).hexdigest(),
                }
            )
        return self.sink.take()


class Reader:
    """Reads member by member, and trusts none. Raises LibraryRefused."""

    def __init__(self, file: BinaryIO) -> None:
        try:
            self.zip = ZipFile(file)
        except (BadZipFile, OSError, ValueError) as error:
            raise LibraryRefused("This is no zip file.") from error
        members = self.zip.infolist()
        packed = file.seek(0, 2)
        self._need_honest(members, packed)
        manifest = self._json(MANIFEST, self._content(MANIFEST))
        self.manifest = as_kind(manifest, dict, MANIFEST)
        self._need_known_form()
        self.sums = self._sums()
        names = {member.filename for member in members} - {MANIFEST}
        if names != self.sums.keys():
            odd = min(names ^ self.sums.keys(), key=str)
            raise LibraryRefused(f"The manifest and the file differ about {odd}.")

    @property
    def practices(self) -> list[str]:
        return [name for name in self.sums if name.startswith("practices/")]

    def json(self, name: str) -> Any:
        return self._json(name, self.content(name))

    def content(self, name: str) -> bytes:
        if name not in self.sums:
            raise LibraryRefused(f"{name} is missing.")
        content = self._content(name)
        if sha256(content).hexdigest() != self.sums[name]:
            raise LibraryRefused(f"{name} is not as the manifest says.")
        return content

    def _content(self, name: str) -> bytes:
        try:
            return self.zip.read(name)
        except KeyError as error:
            raise LibraryRefused(f"{name} is missing.") from error
        except Exception as error:  # whatever a broken archive makes the library say
            raise LibraryRefused(f"{name} can't be read.") from error

    def _json(self, name: str, content: bytes) -> Any:
        try:
            return json.loads(content)
        except (ValueError, RecursionError) as error:
            raise LibraryRefused(f"{name} is not JSON.") from error

    def _need_honest(self, members: list[ZipInfo], packed: int) -> None:
        names = Counter(member.filename for member in members)
        for member in members:
            name = member.filename
            if not NAME.fullmatch(name):
                raise LibraryRefused(f"{name!r} has no place in such a file.")
            if names[name] > 1:
                raise LibraryRefused(f"{name} is there twice.")
            if member.flag_bits & ENCRYPTED:
                raise LibraryRefused(f"{name} is locked with a password.")
            if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
                raise LibraryRefused(f"{name} is packed in an unknown way.")
            most = LARGEST_FILE if name.startswith("files/") else LARGEST_TEXT
            if member.file_size > most:
                raise LibraryRefused(f"{name} is too large.")
        inside = sum(member.file_size for member in members)
        if inside > packed * HIGHEST_RATIO + FREE_OF_RATIO:
            raise LibraryRefused("The file unpacks to far more than it should.")

    def _need_known_form(self) -> None:
        form, version = (self.manifest.get(k) for k in ("format", "format_version"))
        if form != FORMAT:
            raise LibraryRefused("This is no file of a library.")
        if version != FORMAT_VERSION:
            raise LibraryRefused(
                f"This file has the form {version!r}; we read {FORMAT_VERSION}."
            )

    def _sums(self) -> dict[str, str]:
        try:
            return {one["name"]: one["sha256"] for one in self.manifest["members"]}
        except (KeyError, TypeError) as error:
            raise LibraryRefused("The manifest does not list its members.") from error


def as_kind(value: Any, kind: type, name: str) -> Any:
    if not isinstance(value, kind):
        raise LibraryRefused(f"{name} does not hold what it should.")
    return value
