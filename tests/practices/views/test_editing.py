"""Writing a practice: its headings, its authors and tags, its references."""

import pytest

from portal.accounts.models import Grant
from portal.directory.models import Team, TextState
from portal.permissions import Role
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.headings import HEADINGS
from portal.practices.models import (
    Practice,
    PracticeAuthor,
    PracticeReference,
    PracticeTag,
    PracticeText,
    PracticeVersion,
)
from portal.search.models import Entry
from portal.vocabulary.queries import vocabulary
from tests.factories import (
    make_organisation,
    make_practice,
    make_team,
    make_user,
    sign_in,
)
from tests.soup import page
from tests.upkeep.editors import editor, errors, filled, opened

HOME = "/en/practices/desk"
TEXT = f"{HOME}/edition/text/en"
AUTHORS = f"{HOME}/edition/authors"
REFERENCES = f"{HOME}/edition/references"


@pytest.fixture
def practice():
    written = PracticeDraftText("Desk", summary="One two three", how="So")
    return make_practice(slug="desk", texts={"en": written})


@pytest.fixture
def client(app, practice):
    return editor(app)


def text(language="en"):
    return PracticeText.get(PracticeText.language == language)


def change(client, address, **changes):
    return client.post(address, data=opened(client, address, **changes))


@pytest.mark.parametrize("address", [TEXT, AUTHORS, REFERENCES])
def test_part_saved_as_it_was_changes_nothing(client, address):
    response = change(client, address)

    assert response.location == f"{HOME}/edition?done=same"
    assert PracticeVersion.select().count() == 0


def test_words_are_saved_as_a_version_that_names_the_change(client):
    before = Practice.get()

    response = change(client, TEXT, lead="Four", tips="- Begin small", note="Tips")

    after, version = Practice.get(), PracticeVersion.get(PracticeVersion.edition == 2)
    assert response.location == f"{HOME}/edition?done=saved"
    assert (text().summary, text().tips, text().how) == ("Four", "- Begin small", "So")
    assert (after.edition, version.note) == (2, "Tips")
    assert after.updated_at > before.updated_at
    assert "<li>Begin small</li>" in client.get(HOME).text


def test_text_in_another_language_begins_as_a_draft_in_no_index(client):
    address = f"{HOME}/edition/text/sv"

    change(client, address, name="Disken", pick_source="en", pick_current="1")

    swedish = text("sv")
    assert (swedish.state, swedish.source) == (TextState.DRAFT, "en")
    assert [entry.language for entry in Entry.select()] == ["en"]
    assert "Disken" not in client.get("/sv/practices/desk").text


def test_translation_says_that_its_source_has_changed_since(client):
    address = f"{HOME}/edition/text/sv"
    change(client, address, name="Disken", pick_source="en", pick_current="1")
    fresh = client.get(f"{HOME}/edition").text

    change(client, TEXT, lead="New words")

    assert "Older than its source: English" not in fresh
    assert "Older than its source: English" in client.get(f"{HOME}/edition").text
    assert "This text is older than its source." in client.get(address).text


def test_states_are_set_by_value_and_publishing_makes_it_findable(app, client):
    make_practice(
        slug="draft",
        texts={"en": PracticeDraftText("Draft")},
        states={"en": TextState.DRAFT},
    )
    state = {"language": "en", "state": "published"}

    answers = [client.post("/en/practices/draft/states", data=state) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert app.test_client().get("/en/practices/draft").status_code == 200
    assert {entry.slug for entry in Entry.select()} == {"desk", "draft"}
    published = Practice.get(Practice.slug == "draft")
    assert (published.edition, published.published_at is None) == (2, False)
    client.post("/en/practices/draft/states", data=state | {"state": "archived"})
    assert app.test_client().get("/en/practices/draft").status_code == 404
    assert {entry.slug for entry in Entry.select()} == {"desk"}


@pytest.mark.parametrize(
    ("sent", "status"), [({"language": "en", "state": "gone"}, 422), ({}, 422)]
)
def test_state_that_is_none_is_refused(client, sent, status):
    assert client.post(f"{HOME}/states", data=sent).status_code == status


def test_state_of_a_text_that_is_not_there_is_not_found(client):
    sent = {"language": "sv", "state": "published"}

    assert client.post(f"{HOME}/states", data=sent).status_code == 404


def test_completeness_is_told_with_links_to_what_is_empty(client):
    soup = page(client, f"{HOME}/edition")

    assert "1 of 17 headings" in soup.text
    links = [link["href"] for link in soup.select(".bullets a")]
    assert links == [f"{TEXT}#{name}" for name in HEADINGS if name != "how"]


def test_editors_of_every_author_may_write_it(app, practice, client):
    other = make_organisation()
    second = editor(app, organisation=other)
    before = second.get(f"{HOME}/edition").status_code

    response = change(client, AUTHORS, pick_authors=other.code)

    assert response.status_code == 303
    assert [row.organisation for row in PracticeAuthor.select()] == [other.id]
    assert (before, second.get(f"{HOME}/edition").status_code) == (403, 200)


def test_owner_and_tags_are_saved_and_searched(client):
    organisation = make_organisation()
    team = Team.get(Team.organisation == organisation)
    code = next(iter(vocabulary().of("theme")))

    change(
        client,
        AUTHORS,
        pick_organisation=organisation.code,
        pick_team=team.code,
        pick_tags_theme=code,
    )

    saved = Practice.get()
    assert (saved.organisation, saved.team) == (organisation.id, team.id)
    assert PracticeTag.get().term == vocabulary().of("theme")[code].id


def test_team_of_an_organisation_that_has_no_part_is_refused(client):
    response = change(client, AUTHORS, pick_team=make_team().code)

    assert response.status_code == 422
    assert errors(response) == [
        ("pick_team", "This team belongs to another organisation")
    ]


def test_references_are_added_changed_and_taken_away(client):
    change(
        client,
        REFERENCES,
        **{
            "title-new1": "Virtanen, Maija: Desks",
            "url-new1": "https://a.example/1",
            "year-new1": "2021",
            "pick_language-new1": "en",
        },
    )
    first = PracticeReference.get()
    change(client, REFERENCES, **{f"title-{first.id}": "Desks", "title-new2": "Two"})
    rows = [(row.title, row.url, row.year) for row in PracticeReference.select()]

    change(client, REFERENCES, **{f"pick_remove-{first.id}": "1"})

    assert rows == [("Desks", "https://a.example/1", 2021), ("Two", "", None)]
    assert [row.title for row in PracticeReference.select()] == ["Two"]


def test_reference_that_lacks_something_is_told(client):
    response = change(
        client, REFERENCES, **{"url-new1": "a.example", "year-new2": "last year"}
    )

    assert response.status_code == 422
    assert dict(errors(response)) == {
        "title-new1": "Write what it is called",
        "url-new1": "Write the whole address, beginning with https://",
        "title-new2": "Write what it is called",
        "year-new2": "Write a whole number from 1800 to 2027",
    }
    assert PracticeReference.select().count() == 0


def test_only_new_words_are_looked_through_for_what_tells_of_persons(client):
    PracticeText.update(problem="Call 040 123 4567").execute()

    kept = change(client, TEXT, lead="Shorter")
    added = change(client, TEXT, tips="Write to maija.virtanen@example.com")

    assert kept.status_code == 303
    assert (added.status_code, {field for field, _ in errors(added)}) == (422, {"tips"})
    assert filled(added, "#part")["tips"] == "Write to maija.virtanen@example.com"


def test_rights_lost_in_mid_edit_give_the_words_back(app, practice):
    person = make_user(Role.EDITOR)
    client = sign_in(app, person)
    form = opened(client, TEXT, tips="An evening’s work")
    Grant.delete().where(Grant.user == person).execute()

    response = client.post(TEXT, data=form)

    assert response.status_code == 403
    assert "An evening’s work" in response.text
    assert text().tips == ""


def test_ten_megabytes_are_refused_and_long_words_come_back(client):
    form = opened(client, TEXT, tips="y" * 10_001)

    long = client.post(TEXT, data=form)
    form["tips"] = "y" * 10_000_000
    endless = client.post(TEXT, data=form)

    assert (long.status_code, endless.status_code) == (422, 413)
    assert errors(long) == [("tips", "Shorten this by 1 character")]
    assert filled(long, "#part")["tips"] == "y" * 10_001


def test_hostile_words_are_inert(client):
    hostile = "<script>alert(1)</script> [x](javascript:alert(1)) <b onclick=x>b</b>"

    change(client, TEXT, tips=hostile, lead=hostile)

    main = page(client, HOME).main
    assert main.select("script, b[onclick], [onclick]") == []
    assert [a for a in main.select("a") if "javascript" in a.get("href", "")] == []


def test_read_through_today_is_told_on_the_page(client):
    client.post(f"{HOME}/checks")

    assert "Checked today" in client.get(f"{HOME}/edition").text


def test_practice_is_handed_over_by_its_owner_and_never_taken(app):
    owner, author = make_organisation(), make_organisation()
    make_practice(slug="desk", organisation=owner, authors=[author.id])
    taking = {"pick_organisation": author.code}

    taken = change(editor(app, organisation=author), AUTHORS, **taking)
    dropped = change(editor(app, organisation=author), AUTHORS, pick_organisation="")
    still = Practice.get().organisation
    keeper = make_user(Role.EDITOR, organisation=owner)
    Grant.create(user=keeper, role=Role.EDITOR, organisation=author.id)
    given = change(sign_in(app, keeper), AUTHORS, **taking)

    assert (taken.status_code, dropped.status_code, still) == (422, 422, owner.id)
    assert (given.status_code, Practice.get().organisation) == (303, author.id)


def test_coordinator_gives_a_practice_to_anybody(app):
    owner, other = make_organisation(), make_organisation()
    make_practice(slug="desk", organisation=owner)
    client = sign_in(app, make_user(Role.COORDINATOR))

    response = change(client, AUTHORS, pick_organisation=other.code)

    assert (response.status_code, Practice.get().organisation) == (303, other.id)


def test_page_is_led_to_only_while_something_is_published(client):
    before = page(client, f"{HOME}/edition").select(f"[href='{HOME}']")
    client.post(f"{HOME}/states", data={"language": "en", "state": "archived"})

    after = page(client, f"{HOME}/edition").select(f"[href='{HOME}']")

    assert (len(before), after) == (1, [])


@pytest.mark.parametrize("source", ["xx", "en", "²"])
def test_source_that_is_no_other_text_is_refused(client, source):
    response = change(client, TEXT, pick_source=source, lead="Kept")

    assert response.status_code == 422
    assert errors(response) == [("pick_source", "Choose one of these")]
    assert filled(response, "#part")["lead"] == "Kept"
