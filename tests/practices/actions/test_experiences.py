import pytest

from portal.accounts.models import Voice
from portal.errors import Refused
from portal.moderation.models import Case
from portal.practices.actions import talk
from portal.practices.actions.experiences import (
    SORT,
    Telling,
    reword,
    set_withdrawn,
    tell,
)
from portal.practices.models import Experience, Lived, TalkState
from tests.factories import make_practice, make_user
from tests.practices.lived import make_experience

GOOD, BAD = Lived.RECOMMENDED, Lived.NOT_RECOMMENDED


def told(words="It was calm", verdict=GOOD, people=1):
    return Telling(verdict, words, "", "en", Voice.RESIDENT, people)


def open_cases():
    return Case.select().where(Case.decided_at.is_null()).count()


def counted(practice):
    return [
        row.counted and row.counted.value
        for row in Experience.select()
        .where(Experience.practice == practice)
        .order_by(Experience.id)
    ]


def test_what_is_told_waits_for_a_moderator_with_whose_it_is():
    practice, author = make_practice(), make_user()

    made = tell(practice, author, told())

    assert made.state is TalkState.WAITING
    assert (Case.get().kind, Case.get().author) == ("experience", f"user:{author.id}")


def test_who_tells_again_changes_their_own_and_a_panel_is_one_more():
    practice, author = make_practice(), make_user()
    first = make_experience(practice, author=author)

    again = tell(practice, author, told("Others came", BAD))
    tell(practice, author, told("A panel", people=7), "a form")
    tell(practice, author, told("A panel", people=7), "a form")

    rows = list(Experience.select().order_by(Experience.id))
    assert again.id == first.id
    assert [(row.helped, row.verdict, row.people, row.state) for row in rows] == [
        ("Others came", BAD, 1, TalkState.WAITING),
        ("A panel", GOOD, 7, TalkState.WAITING),
    ]
    assert open_cases() == 2


def test_same_words_again_stay_published():
    made = make_experience(make_practice(), helped="It was calm")

    reword(made.id, Telling(GOOD, "It was calm", "", "en", Voice.EXPERT))

    assert Experience.get_by_id(made.id).state is TalkState.PUBLISHED


def test_taken_back_leaves_the_queue_and_brought_back_waits_anew():
    made = make_experience(make_practice(), waits=True)

    set_withdrawn(made.id, wanted=True)
    assert (Experience.get_by_id(made.id).state, open_cases()) == ("withdrawn", 0)

    set_withdrawn(made.id, wanted=False)
    assert (Experience.get_by_id(made.id).state, open_cases()) == ("waiting", 1)


def test_hidden_words_are_not_changed_by_telling_again(speaking):
    author, practice = make_user(), make_practice()
    made = make_experience(practice, author=author)
    talk.put_away(SORT, made.id, "hidden")

    with pytest.raises(Refused, match="Your texts"):
        tell(practice, author, told())
    with pytest.raises(Refused, match="Your texts"):
        set_withdrawn(made.id, wanted=True)


def test_all_are_counted_when_five_have_moved():
    practice, other = make_practice(), make_practice()
    for _ in range(4):
        made = make_experience(practice)
        make_experience(other, BAD)
    make_experience(practice, waits=True)
    assert set(counted(practice)) == {None}

    make_experience(practice, BAD)
    assert counted(practice) == [GOOD] * 4 + [None, BAD]

    set_withdrawn(made.id, wanted=True)
    assert counted(practice) == [GOOD] * 4 + [None, BAD]
    assert set(counted(other)) == {None}


def test_panel_of_five_is_counted_at_once_and_taken_back_at_once():
    practice = make_practice()
    panel = make_experience(practice, people=5)
    assert counted(practice) == [GOOD]

    set_withdrawn(panel.id, wanted=True)

    assert counted(practice) == [None]
