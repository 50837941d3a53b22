"""Hours as plain lines that people type, read into rules and written out again."""

from portal.upkeep.timetables.reading import Timetable, Unread, read
from portal.upkeep.timetables.writing import in_words, lines

__all__ = ["Timetable", "Unread", "in_words", "lines", "read"]
