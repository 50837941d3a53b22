"""The key of each open poll, by which an elector finds the name of their ballot. A
file of mode 600 that the web processes share, never in the database, logs or backups.
Once it is destroyed, nothing says any more whose a ballot was."""

import hmac
import os
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from flask import current_app

KEY_BYTES = 32
NAME_BYTES = 12
ONLY_OURS = 0o600
FOLDER_ONLY_OURS = 0o700


def make() -> str:
    """A new key on the disk; the name of its file."""
    folder = Path(current_app.config["LINK_KEYS"])
    folder.mkdir(mode=FOLDER_ONLY_OURS, parents=True, exist_ok=True)
    name = secrets.token_hex(NAME_BYTES)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(folder / name, flags, ONLY_OURS), "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    _settle(folder)
    return name


def read(name: str) -> bytes | None:
    """The key in this file, or None if it is lost."""
    try:
        key = (Path(current_app.config["LINK_KEYS"]) / name).read_bytes()
    except OSError:
        return None
    return key if len(key) == KEY_BYTES else None


def destroy(name: str) -> None:
    """Write over the key and delete its file. A disk may keep what was there in
    places that no program reaches."""
    path = Path(current_app.config["LINK_KEYS"]) / name
    with suppress(FileNotFoundError):
        with path.open("r+b") as file:
            file.write(bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        _settle(path.parent)


def ballot_name(key: bytes, holder: str) -> str:
    """The name of the ballot of `elector:7` or `sheet:7`."""
    return hmac.new(key, holder.encode(), sha256).hexdigest()


def _settle(folder: Path) -> None:
    """Have the folder's own entries on the disk, whatever happens next."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
