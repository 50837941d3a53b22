import pytest

from portal.accounts.models import Voice
from portal.errors import Refused
from portal.moderation.models import Case
from portal.practices.actions import talk
from portal.practices.models import TalkState
from portal.threads.actions.effects import (
    SORT,
    Telling,
    reword,
    set_withdrawn,
    tell,
)
from portal.threads.models import EFFECT, Effect, Went
from portal.threads.queries.effects import effects
from tests.factories import make_user
from tests.threads.effects import make_effect

pytestmark = pytest.mark.usefixtures("speaking")
TOLD = Telling(Went.BETTER, "They knew me", "en", Voice.RESIDENT)


def open_cases():
    waits = (Case.kind == EFFECT) & Case.decided_at.is_null()
    return Case.select().where(waits).count()


def test_words_wait_for_a_moderator(thread):
    made = tell(thread.id, None, TOLD, "one")

    assert (made.state, open_cases()) == (TalkState.WAITING, 1)
    assert effects(thread.id).said == []


def test_same_form_twice_counts_once(thread):
    first = tell(thread.id, None, TOLD, "one")

    assert tell(thread.id, None, TOLD, "one").id == first.id
    assert Effect.select().count() == 1


def test_who_is_known_tells_once_and_then_otherwise(thread):
    author = make_user()
    made = make_effect(thread, author=author)

    worse = Telling(Went.NOT_BETTER, "No longer", "en", Voice.RESIDENT)
    again = tell(thread.id, author, worse, "two")

    assert again.id == made.id
    row = Effect.get_by_id(made.id)
    assert (row.went, row.body, row.state, row.published_at) == (
        Went.NOT_BETTER,
        "No longer",
        TalkState.WAITING,
        None,
    )


def test_taken_back_it_is_gone_and_brought_back_it_waits(thread):
    made = make_effect(thread)

    set_withdrawn(made.id, wanted=True)
    gone = effects(thread.id).said
    set_withdrawn(made.id, wanted=False)

    assert gone == []
    assert Effect.get_by_id(made.id).state is TalkState.WAITING
    assert open_cases() == 1


def test_hidden_words_stay_hidden(thread):
    made = make_effect(thread)
    talk.put_away(SORT, made.id, "hidden")

    with pytest.raises(Refused):
        reword(made.id, TOLD)
    with pytest.raises(Refused):
        set_withdrawn(made.id, wanted=True)


def test_words_nobody_was_to_see_can_be_erased(thread):
    made = make_effect(thread, waits=True)
    talk.put_away(SORT, made.id, "returned")

    talk.erase(SORT, made.id)

    assert Effect.get_by_id(made.id).body == ""
