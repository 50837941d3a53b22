"""Which rules hold where, and their versions."""

import pytest
from playhouse.test_utils import count_queries

from portal.i18n import LANGUAGES
from portal.moderation.actions import rules as actions
from portal.moderation.models import LogEntry, LogEvent, RulesVersion
from portal.moderation.queries.rules import (
    as_delivered,
    own_rules,
    rules_in_force,
    rules_of,
    site_rules,
    versions,
    without_headings,
)
from portal.workshops.actions import Text, change_workshop
from portal.workshops.actions.first_rules import keep_all
from portal.workshops.models import WorkshopText
from portal.workshops.views.editing import settings_of
from tests.factories import make_user, make_workshop

WORDS = {"fi": "Ole ystävällinen.", "sv": "Var vänlig.", "en": "Be kind."}


def with_rules(rules):
    return make_workshop(texts={"en": Text(title="Doors", question="?", rules=rules)})


def newest(workshop=None):
    of = RulesVersion.workshop == workshop
    found = RulesVersion.select().where(
        of if workshop else RulesVersion.workshop.is_null()
    )
    return found.order_by(RulesVersion.number.desc()).first()


def logged():
    found = LogEntry.select().where(LogEntry.event == LogEvent.RULES_CHANGED)
    return [(row.workshop, row.rules, row.actor) for row in found]


def test_portal_begins_with_the_rules_it_is_delivered_with_once():
    actions.begin()
    actions.begin()

    [version] = versions()
    assert (version.number, version.texts) == (1, as_delivered().texts)
    assert list(version.texts) == list(LANGUAGES)


def test_rules_as_delivered_are_shown_before_any_version_is_kept():
    assert (site_rules().number, site_rules().since) == (0, None)
    assert "## " in site_rules().text("fi")[0]


def test_change_is_a_new_version_that_is_logged_and_the_old_one_stands():
    actions.begin()
    first, editor = newest(), make_user()

    done = actions.set_rules(WORDS, editor, seen=1)

    assert done
    assert [one.number for one in versions()] == [2, 1]
    assert site_rules().texts == WORDS
    assert versions()[1].texts == as_delivered().texts
    assert logged() == [(None, first.id, None), (None, newest().id, editor.id)]


def test_saving_the_same_is_no_version():
    actions.set_rules(WORDS, make_user(), seen=0)

    assert actions.set_rules(WORDS, make_user(), seen=1)

    assert len(versions()) == 1


def test_later_of_two_editors_changes_nothing():
    actions.begin()
    actions.set_rules(WORDS, make_user(), seen=1)

    done = actions.set_rules(WORDS | {"en": "Be unkind."}, make_user(), seen=1)

    assert not done
    assert site_rules().texts == WORDS


def test_own_rules_of_a_workshop_win_and_others_have_those_of_the_site():
    actions.begin()
    strict, plain = with_rules("Speak in turn."), make_workshop()

    assert rules_in_force(strict.id) == newest(strict.id).id
    assert rules_of([None, plain.id]) == dict.fromkeys([None, plain.id], newest().id)
    assert own_rules(strict.id).texts == {"en": "Speak in turn."}
    assert own_rules(plain.id) is None


def test_workshop_whose_rules_are_taken_away_has_those_of_the_site_again(app):
    actions.begin()
    workshop, editor = with_rules("Speak in turn."), make_user()
    with app.test_request_context("/en/"):
        settings = settings_of(workshop)
        settings.texts["en"] = Text(title="Doors", question="?")

        change_workshop(workshop, settings, by=editor)

    assert rules_in_force(workshop.id) == newest().id
    assert own_rules(workshop.id) is None
    assert logged()[-1] == (workshop.id, newest(workshop.id).id, editor.id)


def test_saving_a_workshop_with_the_same_rules_is_no_version(app):
    workshop = with_rules("Speak in turn.")
    with app.test_request_context("/en/"):
        change_workshop(workshop, settings_of(workshop))

    assert [one.number for one in versions(workshop.id)] == [1]


def test_workshops_from_before_versions_get_their_first_one():
    workshop = make_workshop()
    WorkshopText.update(rules="Speak in turn.").execute()

    keep_all()
    keep_all()

    assert [one.texts for one in versions(workshop.id)] == [{"en": "Speak in turn."}]


@pytest.mark.parametrize("count", [1, 3])
def test_rules_of_many_workshops_take_one_statement(count):
    workshops = [with_rules(f"Rule {n}").id for n in range(count)]

    with count_queries() as queries:
        found = rules_of(workshops)

    # The versions with how many texts each has.
    assert queries.count == 1
    assert len(set(found.values())) == count


@pytest.mark.no_database
def test_headings_inside_something_else_are_strong_words():
    assert without_headings("## How\n\n- #1 is\n### So") == "**How**\n\n- #1 is\n**So**"
