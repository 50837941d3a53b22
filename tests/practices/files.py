"""Files beside practices."""

from hashlib import sha256

from portal.practices.models import PracticeFile


def make_file(practice, content=b"Words", **fields):
    """A file beside a practice, as if it had been checked."""
    values = {
        "name": "words.txt",
        "media_type": "text/plain",
        "size": len(content),
        "digest": sha256(content).hexdigest(),
        "title": "Words",
        "language": "en",
        "content": content,
    }
    return PracticeFile.create(practice=practice, **values | fields)
