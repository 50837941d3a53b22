"""Hours as plain lines that people type, read into rules and written out again."""

from portal.upkeep.timetables.reading import Timetable, Unread, read
from portal.upkeep.timetables.writing import in_words, lines

# Hours are kept in one language; people type and read them in any.
WRITTEN_IN = "en"

__all__ = ["WRITTEN_IN", "Timetable", "Unread", "in_words", "lines", "read"]
