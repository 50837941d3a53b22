"""How it went, in the moderators' queue and among one's own texts."""

import pytest

from portal.moderation.kinds import KINDS
from portal.moderation.models import Decision
from portal.threads.actions.threads import set_public
from portal.threads.models import EFFECT, Effect, Went
from tests.factories import make_user
from tests.threads.effects import make_effect

pytestmark = pytest.mark.usefixtures("speaking")


def kind():
    return KINDS[EFFECT]


def test_moderator_reads_the_words_with_the_answer(thread):
    made = make_effect(thread, Went.NOT_BETTER, body="Told it twice", waits=True)

    item = kind().items([made.id])[made.id]

    assert (item.heading, item.place, item.about) == (
        "Told it twice",
        "Told once",
        ("Did it change for you?", "No, or not for the better", "en"),
    )
    assert made.code not in item.url


def test_moderator_publishes_hides_and_lets_it_wait_again(thread):
    made = make_effect(thread, waits=True)
    states = []
    for act in (
        lambda: kind().publish(made.id),
        lambda: kind().hide(made.id),
        lambda: kind().reopen(made.id, Decision.HIDE),
        lambda: kind().send_back(made.id),
    ):
        act()
        states.append(Effect.get_by_id(made.id).state.value)

    assert states == ["published", "hidden", "waiting", "returned"]


def test_author_finds_their_words_again(thread):
    made = make_effect(thread, author=make_user(), body="They knew me")

    own = kind().texts([made.id])[made.id]

    page = f"/en/threads/{thread.slug}/effects/{made.code}"
    assert (own.heading, own.url, own.withdraw) == (
        "They knew me",
        page,
        f"{page}#own",
    )


def test_words_are_read_as_long_as_the_thread_is_public(thread):
    made = make_effect(thread)
    before = kind().readable(made.id)

    set_public(thread.id, wanted=False)

    assert (before, kind().readable(made.id)) == (True, False)
