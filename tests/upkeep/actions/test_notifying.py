"""Who is told of services: those who follow them, and those who keep them."""

import pytest

from portal.directory.actions import DraftText
from portal.directory.models import Organisation, Service, TextState
from portal.notices.actions import follow
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.permissions import Role
from portal.upkeep.actions.saving import set_checked, set_values
from tests.factories import make_service, make_user, sign_in
from tests.notices.told import events, readings
from tests.upkeep.test_cli import KEEPER, make_kept, run


@pytest.fixture
def followed():
    service, reader = make_service(), make_user()
    follow(user_key(reader.id), "service", service.id, wanted=True)
    return service, reader


def test_change_is_told_to_followers_once_a_day_and_not_to_who_made_it(app, followed):
    service, reader = followed
    editor = make_user(Role.EDITOR)
    follow(user_key(editor.id), "service", service.id, wanted=True)

    for words in ("Other words", "Yet others"):
        set_values(service, {"text/en/summary": words}, by=editor)

    assert readings(app, reader) == [
        ("A service that you follow has changed.", f"/en/services/{service.slug}")
    ]
    assert events(editor) == []


@pytest.mark.parametrize(
    "name", ["text/en/staff_notes", "text/en/professionals", "review_email"]
)
def test_what_not_everybody_reads_is_no_news(followed, name):
    service, reader = followed

    set_values(service, {name: "note@verstas.example"}, by=make_user())
    set_checked(service, by=make_user())

    assert events(reader) == []


def test_draft_is_no_news_until_it_is_public(followed):
    _service, reader = followed
    texts = {
        "en": DraftText(name="Rent help"),
        "fi": DraftText(name="Vuokra-apu", state=TextState.DRAFT),
    }
    service = make_service(texts=texts)
    follow(user_key(reader.id), "service", service.id, wanted=True)

    set_values(service, {"text/fi/name": "Apua vuokraan"}, by=make_user())

    assert events(reader) == []

    set_values(service, {"text/fi/state": "published"}, by=make_user())

    assert events(reader) == ["service-changed"]


def test_service_that_has_become_sensitive_is_not_named(app, followed):
    service, reader = followed
    set_values(service, {"text/en/summary": "Other words"}, by=make_user())

    Service.update(sensitive=True).where(Service.id == service.id).execute()

    assert readings(app, reader) == []


def test_editors_are_told_how_many_cards_are_due_and_the_written_to_get_no_mail(app):
    home = Organisation.create(code="home", kind="county")
    other = Organisation.create(code="other", kind="county")
    written = make_user(Role.EDITOR, email=KEEPER)
    of_home = make_user(Role.EDITOR, organisation=home.id)
    of_none = make_user(Role.EDITOR, organisation=other.id)
    for name in ("Rent help", "Debt help"):
        make_kept(name, organisation=home)
    make_kept("Bus")

    for _ in range(2):
        run(app, "remind")

    assert [text for text, _url in readings(app, written)] == [
        "3 service cards of yours are to be checked."
    ]
    assert readings(app, of_home) == [
        ("2 service cards of yours are to be checked.", "/en/upkeep")
    ]
    assert events(of_none) == []
    waiting = Notice.select().where(Notice.mailed_at.is_null())
    assert [one.recipient for one in waiting] == [user_key(of_home.id)]

    sign_in(app, of_home).get("/en/upkeep")

    unseen = Notice.select().where(Notice.seen_at.is_null())
    assert [one.recipient for one in unseen] == [user_key(written.id)]
