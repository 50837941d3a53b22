"""The whole library as one file for safekeeping; its form: docs/library-file.md."""

FORMAT = "verstas-library"
FORMAT_VERSION = 1


class LibraryRefused(ValueError):  # noqa: N818  said to whoever brings the file
    """The file can't be read in; the message says why. Nothing was changed."""
