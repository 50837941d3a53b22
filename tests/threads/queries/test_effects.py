"""Sums of how it went tell of no handful, at once or over time, and texts of nobody."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.accounts.models import Voice
from portal.practices.actions import talk
from portal.threads.actions.effects import SORT, count, set_withdrawn
from portal.threads.models import Effect, Went
from portal.threads.queries.effects import effects
from tests.conftest import put_back
from tests.threads.effects import make_effect


def test_text_has_voice_and_month_and_no_verdict(thread):
    made = make_effect(thread, body="They knew me", voice=Voice.EXPERT)

    (said,) = effects(thread.id).said

    assert vars(said) == {
        "id": made.id,
        "body": "They knew me",
        "language": "en",
        "voice": Voice.EXPERT,
        "month": made.written_at.date().replace(day=1),
    }


def test_sums_are_told_from_five_on(thread):
    for _ in range(4):
        make_effect(thread)
    few = effects(thread.id).sums
    make_effect(thread)

    assert not few
    many = effects(thread.id).sums
    assert (many.people, many.verdicts) == (5, {Went.BETTER: 5})


def test_one_more_changes_no_sum(thread):
    for _ in range(5):
        make_effect(thread)
    before = effects(thread.id).sums

    make_effect(thread, Went.NOT_BETTER)

    assert effects(thread.id).sums == before


def test_one_taken_back_changes_no_sum(thread):
    made = [make_effect(thread) for _ in range(5)]
    before = effects(thread.id).sums

    set_withdrawn(made[0].id, wanted=True)

    assert effects(thread.id).sums == before


STEPS = st.lists(
    st.tuples(st.integers(0, 11), st.sampled_from([*Went, None])), max_size=40
)


@given(STEPS)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_two_tellings_differ_by_a_handful(thread, steps):
    """People's words are published and hidden, and each time all who may look do."""
    with put_back():
        people: dict[int, int] = {}
        seen = effects(thread.id).sums
        before: dict[int, Went] = {}
        for person, went in steps:
            if person not in people:
                people[person] = make_effect(thread, waits=True).id
            this = Effect.id == people[person]
            if went is None:
                talk.put_away(SORT, people[person], "hidden")
            else:
                Effect.update(went=went, state="published").where(this).execute()
                count(Effect.get_by_id(people[person]))
            counted = {row.id: row.counted for row in Effect.select() if row.counted}
            shown = effects(thread.id).sums
            moved = sum(before.get(one) != counted.get(one) for one in people.values())
            assert shown == seen or moved >= 5
            assert all(n >= 5 and n % 5 == 0 for n in shown.verdicts.values())
            seen, before = shown, counted
