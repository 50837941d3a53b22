"""Mail as files in a folder, where there is no mail server: each can be opened."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

from portal.db import now
from portal.notices.faults import NotTakenError
from portal.notices.messages import written
from portal.notices.models import Mail

KEPT_DAYS = 30


class Folder:
    """Takes each mail as `NUMBER.eml`; what is old there is deleted."""

    closed = False

    def __init__(self, url: str) -> None:
        self.path = Path(unquote(urlsplit(url).path))
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        before = (now() - timedelta(days=KEPT_DAYS)).timestamp()
        for file in self.path.glob("*.eml"):
            with suppress(FileNotFoundError):
                if file.stat().st_mtime < before:
                    file.unlink()

    def hand_over(self, mail: Mail, sender: str, name: str, _envelope: str) -> None:
        words = written(mail, sender, name)
        try:
            (self.path / f"{mail.id}.eml").write_bytes(words)
        except OSError as error:
            raise NotTakenError(str(error)) from error

    def close(self) -> None:
        """Nothing is held open."""
