"""What search knows of groups and open questions: those that everybody may see."""

from collections.abc import Iterable, Iterator

from portal.groups.models import (
    KIND,
    OPEN_QUESTION,
    Group,
    GroupText,
    OpenQuestion,
    OpenQuestionState,
    OpenQuestionText,
)
from portal.groups.queries.publicity import is_public, question_is_public
from portal.search import actions as search
from portal.search.actions import EntryDraft
from portal.vocabulary.queries import vocabulary

PURPOSE_WEIGHT, JOINING_WEIGHT = 34, 8
WHY_WEIGHT, ANSWER_WEIGHT, TERM_WEIGHT = 30, 20, 30


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These groups, or all."""
    wanted = is_public() & (GroupText.name != "")
    if ids is not None:
        wanted &= Group.id.in_(list(ids))
    for text in (
        GroupText.select(GroupText, Group)
        .join(Group)
        .where(wanted)
        .order_by(GroupText.group, GroupText.id)
    ):
        words = [(PURPOSE_WEIGHT, text.purpose), (JOINING_WEIGHT, text.joining)]
        yield EntryDraft(
            text.group.id, text.language, text.group.slug, text.name, words
        )


def question_entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These questions, or all."""
    known = vocabulary().words
    wanted = question_is_public() & (OpenQuestionText.words != "")
    if ids is not None:
        wanted &= OpenQuestion.id.in_(list(ids))
    for text in (
        OpenQuestionText.select(OpenQuestionText, OpenQuestion)
        .join(OpenQuestion)
        .where(wanted)
        .order_by(OpenQuestionText.question, OpenQuestionText.id)
    ):
        question = text.question
        is_answered = question.state is OpenQuestionState.ANSWERED
        answer = text.answer if is_answered else ""
        yield EntryDraft(
            question.id,
            text.language,
            question.slug,
            text.words,
            [(WHY_WEIGHT, text.why), (ANSWER_WEIGHT, answer)],
            [(known[question.theme].id, TERM_WEIGHT)]
            if question.theme in known
            else [],
        )


def index(group_id: int) -> None:
    search.replace(KIND, group_id, list(entries([group_id])))


def index_question(question_id: int) -> None:
    drafts = list(question_entries([question_id]))
    search.replace(OPEN_QUESTION, question_id, drafts)
