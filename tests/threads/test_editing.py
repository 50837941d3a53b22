"""Beginning a thread, writing its texts, showing it to all."""

import pytest
from playhouse.test_utils import count_queries

from portal.db import bump
from portal.i18n import LANGUAGES
from portal.links.queries import linked
from portal.permissions import Role
from portal.proposals.models import Proposal
from portal.search.queries import names
from portal.threads.actions import threads as actions
from portal.threads.models import KIND, Thread, ThreadText
from portal.threads.queries.threads import written
from portal.upkeep.merging import Meeting
from tests.factories import make_proposal, make_user, make_workshop, sign_in
from tests.threads.things import end, make_thread


@pytest.fixture
def editor(app):
    return sign_in(app, make_user(Role.EDITOR))


@pytest.fixture
def thread():
    return make_thread(make_proposal(make_workshop()), title="Told once")


def begun(proposal: Proposal, **more: str) -> dict[str, str]:
    return {
        "pick_thing": f"proposal:{proposal.id}",
        "title": "Told once",
        "language": "en",
        "submission": "once",
        **more,
    }


def sent(**texts: str) -> dict[str, str]:
    return {"title_en": "Told once", "pick_theme": "", "pick_area": "", **texts}


def test_beginning_twice_makes_one_thread(editor):
    proposal = make_proposal(make_workshop())

    first = editor.post("/en/threads", data=begun(proposal))
    again = editor.post("/en/threads", data=begun(proposal, submission="again"))

    assert first.location == again.location == "/en/threads/told-once/edition"
    assert Thread.select().count() == 1
    assert not Thread.get().public


def test_thread_without_a_title_is_asked_for_one(editor):
    proposal = make_proposal(make_workshop())

    answer = editor.post("/en/threads", data=begun(proposal, title=""))

    assert answer.status_code == 422
    assert "Give the thread a title" in answer.text
    assert Thread.select().count() == 0


def test_texts_are_saved_in_each_language(editor, thread):
    base = editor.get(f"/en/threads/{thread.slug}/edition")

    answer = editor.post(
        f"/en/threads/{thread.slug}/edition",
        data=sent(title_fi="Kerran", did_fi="Kysymme", pick_theme="money"),
    )

    assert base.status_code == 200
    assert answer.status_code == 409
    Thread.update(edition=1).execute()
    actions.save(
        thread.id,
        {**written(thread.id), "text/fi/title": "Kerran", "theme": "money"},
        base=written(thread.id),
    )
    assert {row.language: row.title for row in ThreadText.select()} == {
        "en": "Told once",
        "fi": "Kerran",
    }
    assert written(thread.id)["theme"] == "money"


def test_two_who_write_at_once_lose_nothing(thread):
    base = written(thread.id)
    actions.save(thread.id, {**base, "text/en/said": "Theirs"}, base=base)

    actions.save(thread.id, {**base, "text/en/did": "Mine"}, base=base)

    stands = written(thread.id)
    assert (stands["text/en/said"], stands["text/en/did"]) == ("Theirs", "Mine")
    with pytest.raises(Meeting):
        actions.save(thread.id, {**base, "text/en/said": "Mine too"}, base=base)


def test_words_without_a_title_in_their_language_are_kept_and_asked_about(
    editor, thread
):
    answer = editor.post(
        f"/en/threads/{thread.slug}/edition", data=sent(said_sv="Jag berättade")
    )

    assert answer.status_code == 422
    assert "Give it a title in this language too" in answer.text
    assert "Jag berättade" in answer.text


def test_showing_is_set_by_value(editor):
    thread = make_thread(make_proposal(make_workshop()), public=False)
    address = f"/en/threads/{thread.slug}/publicity"

    for wanted in ("1", "1", "0", "0"):
        editor.post(address, data={"wanted": wanted})

    assert not Thread.get().public


def test_thread_from_what_is_not_public_is_not_shown(editor):
    proposal = make_proposal(make_workshop(), state="waiting")
    thread = make_thread(proposal, public=False)

    answer = editor.post(f"/en/threads/{thread.slug}/publicity", data={"wanted": "1"})

    assert answer.status_code == 422
    assert "Make that public first." in answer.text
    assert not Thread.get().public


def test_search_knows_public_threads_alone(thread):
    known = names(KIND, [thread.id], "en")

    actions.set_public(thread.id, wanted=False)

    assert known[thread.id].title == "Told once"
    assert names(KIND, [thread.id], "en") == {}
    assert linked(KIND, thread.id)["proposal"] == [Proposal.get().id]


def test_list_tells_each_thread_in_the_same_statements(client):
    workshop = make_workshop()
    counts = []
    for number in range(3):
        make_thread(make_proposal(workshop), title=f"Thread {number}", said="I said")
        client.get("/en/threads")
        bump("elsewhere")
        with count_queries() as queries:
            page = client.get("/en/threads").text
        counts.append(queries.count)

    # Contents, and the threads with their texts.
    assert counts == [2, 2, 2]
    assert page.count("I said") == 3


def test_list_is_narrowed_by_theme_and_area(client):
    workshop = make_workshop()
    for title, theme in (("About money", "money"), ("About home", "home")):
        thread = make_thread(make_proposal(workshop), title=title)
        base = written(thread.id)
        actions.save(thread.id, {**base, "theme": theme, "area": "harju"}, base=base)

    page = client.get("/en/threads?theme=money&area=harju").text

    assert "About money" in page
    assert "About home" not in page
    assert "No thread is about this yet." in client.get("/en/threads?area=niemi").text


def test_home_tells_the_newest_thread(client, thread):
    base = written(thread.id)
    actions.save(thread.id, {**base, "text/en/did": "We asked once"}, base=base)

    page = client.get("/en/").text

    assert "We asked once" in page
    assert f'href="/en/threads/{thread.slug}"' in page


def test_form_has_every_language(editor, thread):
    page = editor.get(f"/en/threads/{thread.slug}/edition").text

    assert all(f'name="title_{code}"' in page for code in LANGUAGES)
    assert end(Proposal.get()).kind == "proposal"
