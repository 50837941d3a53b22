"""What is kept of pages, and for whom."""

from portal.db import bump
from portal.permissions import Role
from tests.factories import make_service, make_user, sign_in

LIST = "/en/services"


def test_page_has_a_tag_that_answers_304(client):
    make_service("Debt advice")
    tag = client.get(LIST).headers["ETag"]

    again = client.get(LIST, headers={"If-None-Match": tag})

    assert (again.status_code, again.data) == (304, b"")


def test_page_is_new_the_moment_something_is_published(client):
    make_service("Debt advice")
    tag = client.get(LIST).headers["ETag"]
    make_service("Housing advice")

    again = client.get(LIST, headers={"If-None-Match": tag})

    assert again.status_code == 200
    assert "Housing advice" in again.text


def test_page_drawn_before_is_answered_again_as_it_was(client):
    make_service("Debt advice")
    first = client.get(LIST)

    assert client.get(LIST).data == first.data


def test_pages_of_other_queries_languages_and_fragments_are_others(client):
    make_service("Debt advice")
    fragment = {"HX-Request": "true", "HX-Target": "div#results"}

    tags = {
        client.get(path, headers=headers).headers["ETag"]
        for path, headers in (
            (LIST, {}),
            ("/fi/services", {}),
            (f"{LIST}?q=debt", {}),
            (LIST, fragment),
        )
    }

    assert len(tags) == 4


def test_person_signed_in_is_never_answered_from_what_was_drawn(app, client):
    make_service("Debt advice")
    tag = client.get(LIST).headers["ETag"]
    theirs = sign_in(app, make_user(Role.EDITOR))

    page = theirs.get(LIST, headers={"If-None-Match": tag})

    assert page.status_code == 200
    assert "My account" in page.text
    assert "ETag" not in page.headers


def test_page_about_danger_is_kept_nowhere(client):
    make_service("Shelter")

    page = client.get(f"{LIST}?q=my husband hits me")

    assert page.headers["Cache-Control"] == "no-store"
    assert "ETag" not in page.headers


def test_home_is_new_when_any_content_changes(client):
    tag = client.get("/en/").headers["ETag"]
    bump("something else")

    assert client.get("/en/", headers={"If-None-Match": tag}).status_code == 200
