from datetime import timedelta

from portal.db import now
from portal.practices.actions.creating import PracticeDraftText, create
from portal.practices.models import Stage
from portal.practices.queries.recent import news, of_theme, recent
from portal.vocabulary.queries import vocabulary


def make(name, published, updated=None, *, theme="", stage=Stage.IDEA):
    """Published and changed so many days ago; None is a day that isn't known."""
    moment = now()
    words = vocabulary().of("theme")
    return create(
        {
            "slug": name.lower(),
            "stage": stage,
            "published_at": published and moment - timedelta(days=published),
            "updated_at": moment - timedelta(days=updated or published or 1),
        },
        {"en": PracticeDraftText(name)},
        [words[theme]] if theme else [],
        [],
    )


def names(rows):
    return [row.name for row in rows]


def test_what_was_published_or_changed_last_comes_first():
    make("Old", 90)
    make("New", 2)
    make("Changed", 80, 1)
    make("Undated", None)

    assert names(recent("en", 5)) == ["Changed", "New", "Old"]
    assert names(recent("en", 1)) == ["Changed"]


def test_news_of_a_theme_are_of_that_theme():
    make("Money", 9, theme="money")
    make("Home", 3, theme="home")

    assert names(recent("en", 5, "money")) == ["Money"]


def test_home_tells_what_is_used_most_and_what_has_changed():
    make("Old", 90)
    make("Older", 91)
    make("New", 2)

    one, two = news("en", 1), news("en", 2)

    assert (names(one.most_used), names(one.changed)) == (["New"], ["Old"])
    assert (names(two.most_used), names(two.changed)) == (["New", "Old"], ["Older"])


def test_theme_tells_what_changed_and_then_the_rest_but_not_what_has_stopped():
    make("Undated", None, theme="money")
    make("Changed", 9, 1, theme="money")
    make("Stopped", 1, theme="money", stage=Stage.RETIRED)
    make("Home", 1, theme="home")
    make("New", 3, theme="money")

    assert names(of_theme("en", 5, "money")) == ["Changed", "New", "Undated"]
    assert names(of_theme("en", 1, "money")) == ["Changed"]
    assert of_theme("en", 5, "work") == []
