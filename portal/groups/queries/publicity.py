"""What of groups and open questions everybody may see."""

from peewee import Expression

from portal.groups.models import Group, OpenQuestion, OpenQuestionState

LISTED = (
    OpenQuestionState.OPEN,
    OpenQuestionState.CLAIMED,
    OpenQuestionState.ANSWERED,
)


def is_public() -> Expression:
    """Condition over `Group`."""
    return Group.public == True  # noqa: E712


def question_is_public() -> Expression:
    """Condition over `OpenQuestion`."""
    return OpenQuestion.state.in_(LISTED)
