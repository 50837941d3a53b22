"""The tables of the library, by what they describe."""

from portal.practices.models.applications import (
    Application,
    ApplicationText,
    Use,
)
from portal.practices.models.marks import (
    EXPERIENCE,
    Experience,
    Mark,
    MarkSort,
    MarkText,
)
from portal.practices.models.practices import (
    CHANGES,
    KIND,
    Evidence,
    Lived,
    Practice,
    PracticeAuthor,
    PracticeTag,
    PracticeText,
    PracticeVersion,
    Stage,
    StageChange,
)
from portal.practices.models.sources import PracticeFile, PracticeReference
from portal.practices.models.talk import (
    PRACTICE_ANSWER,
    PRACTICE_QUESTION,
    SUGGESTION,
    PracticeAnswer,
    PracticeQuestion,
    Suggestion,
    SuggestionState,
    TalkState,
)

__all__ = [
    "CHANGES",
    "EXPERIENCE",
    "KIND",
    "PRACTICE_ANSWER",
    "PRACTICE_QUESTION",
    "SUGGESTION",
    "Application",
    "ApplicationText",
    "Evidence",
    "Experience",
    "Lived",
    "Mark",
    "MarkSort",
    "MarkText",
    "Practice",
    "PracticeAnswer",
    "PracticeAuthor",
    "PracticeFile",
    "PracticeQuestion",
    "PracticeReference",
    "PracticeTag",
    "PracticeText",
    "PracticeVersion",
    "Stage",
    "StageChange",
    "Suggestion",
    "SuggestionState",
    "TalkState",
    "Use",
]
