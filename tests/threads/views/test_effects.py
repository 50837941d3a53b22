import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.practices.actions import talk
from portal.practices.models import TalkState
from portal.threads.actions.effects import SORT
from portal.threads.actions.threads import set_public
from portal.threads.models import Effect, Thread, Went
from tests.factories import make_user, sign_in
from tests.soup import page
from tests.threads.effects import make_effect

PRIVATE = "Call Anna on 040 123 4567"


@pytest.fixture
def address(thread):
    return f"/en/threads/{thread.slug}/effects"


def sent(**more):
    return {
        "pick_went": "not-better",
        "body": "I told it twice again",
        "pick_voice": "expert",
        "language": "en",
        "submission": "one",
    } | more


def test_anybody_tells_without_an_account_and_finds_it_again(client, address):
    answer = client.post(address, data=sent())

    told = Effect.get()
    assert answer.location == f"{address}/{told.code}?sent=1"
    assert (told.author, told.voice, told.went) == (None, Voice.EXPERT, Went.NOT_BETTER)
    own = page(client, answer.location)
    assert "A moderator reads it first" in own.text
    assert own.select_one("textarea").text.strip() == "I told it twice again"


def test_whoever_has_the_code_rewords_and_takes_back(client, address, thread):
    made = make_effect(thread, waits=True)

    client.post(f"{address}/{made.code}", data=sent(body="Better now"))
    client.post(f"{address}/{made.code}/withdrawal", data={"wanted": "1"})

    row = Effect.get_by_id(made.id)
    assert (row.body, row.state) == ("Better now", TalkState.WITHDRAWN)


def test_what_somebody_known_told_is_theirs_alone(app, client, address, thread):
    author = make_user()
    made = make_effect(thread, author=author)

    assert client.get(f"{address}/{made.code}").status_code == 404
    assert sign_in(app, make_user()).get(f"{address}/{made.code}").status_code == 404
    assert sign_in(app, author).get(f"{address}/{made.code}").status_code == 200


def test_all_that_lacks_is_told_and_words_are_kept(client, address):
    answer = client.post(address, data={"language": "en", "body": " "})

    assert answer.status_code == 422
    assert "Choose whether it changed for you" in answer.text
    assert "Write how it went" in answer.text
    assert "Choose as whom you speak" in answer.text


def test_words_that_tell_of_a_person_are_asked_about_first(client, address):
    stopped = client.post(address, data=sent(body=PRIVATE))
    client.post(address, data=sent(body=PRIVATE, asks_reader="1"))

    assert (stopped.status_code, PRIVATE in stopped.text) == (422, True)
    assert Effect.get().state is TalkState.WAITING


def test_who_tells_of_danger_gets_help_at_once(client, address):
    answer = client.post(address, data=sent(body="I want to die"))

    assert "have to manage alone" in client.get(answer.location).text


def test_only_what_is_public_is_shown(client, address, thread):
    make_effect(thread, body="They knew me")
    for state in ("returned", "hidden"):
        gone = make_effect(thread, body=f"Gone {state}")
        talk.put_away(SORT, gone.id, state)
    make_effect(thread, body="Gone waiting", waits=True)

    texts = [page(client, way).text for way in (address, f"/en/threads/{thread.slug}")]

    assert ["They knew me" in text for text in texts] == [True, True]
    assert ["Gone" in text for text in texts] == [False, False]


def test_page_asks_as_many_statements_for_three_as_for_one(client, address, thread):
    make_effect(thread)
    client.get(address)
    make_effect(thread)
    with count_queries() as one:
        client.get(f"{address}?page=1")
    make_effect(thread)
    make_effect(thread)

    with count_queries() as many:
        client.get(f"{address}?page=1")

    # All versions, the thread by its address, its texts, what was told.
    assert (one.count, many.count) == (4, 4)


def test_thread_that_is_not_public_takes_no_words(client, address, thread):
    set_public(thread.id, wanted=False)

    assert client.get(address).status_code == 404
    assert client.post(address, data=sent()).status_code == 404
    assert Thread.select().count() == 1
