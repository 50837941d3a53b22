"""What one has told is in use, among the practices that one looks after."""

from playhouse.test_utils import count_queries

from portal.directory.models import TextState
from portal.permissions import Role
from portal.practices.models import PracticeText, Use
from tests.factories import make_organisation, make_practice, make_user, sign_in
from tests.practices.uses import make_use
from tests.soup import page
from tests.upkeep.editors import editor, filled

KEPT = "/en/practices/kept"


def rows(client):
    return [
        " ".join(row.get_text(" ").split())
        for row in page(client, KEPT).select("[aria-labelledby=told] li")
    ]


def test_who_told_of_it_finds_it_again_to_change_it(app):
    me, practice = make_user(), make_practice("Desk", slug="desk")
    told = make_use(practice, by=me)
    make_use(practice, "niemi")
    client = sign_in(app, me)

    soup = page(client, KEPT)

    assert soup.h1.text == "What you have told is in use"
    assert rows(client) == ["Desk Harju In use March 2025 Change : Desk, Harju"]
    links = [link["href"] for link in soup.select("[aria-labelledby=told] a")]
    assert links == [
        f"/en/practices/desk/applications#application-{told.id}",
        f"/en/practices/desk/applications/{told.id}",
    ]
    assert client.get(links[1]).status_code == 200


def test_editor_finds_what_is_told_of_their_organisation(app):
    organisation = make_organisation("The town")
    practice = make_practice("Desk")
    make_use(practice, organisation=organisation.id, state=Use.ON_TRIAL)
    make_use(practice, organisation=make_organisation().id)

    client = editor(app, organisation=organisation)

    assert rows(client) == [
        "Desk Harju Being tried out March 2025 The town Change : Desk, Harju"
    ]


def test_coordinator_finds_only_what_they_told(app):
    make_use(make_practice())

    assert rows(sign_in(app, make_user(Role.COORDINATOR))) == []


def test_what_is_no_longer_public_is_not_listed(app):
    me, practice = make_user(), make_practice()
    make_use(practice, by=me)
    PracticeText.update(state=TextState.DRAFT).execute()

    assert rows(sign_in(app, me)) == []


def test_way_there_stands_in_the_library_for_those_who_only_use_practices(app):
    client = sign_in(app, make_user())

    assert page(client, "/en/practices").select_one(f".wrap header a[href='{KEPT}']")


def test_one_and_three_told_ask_the_database_alike(app):
    """The sign-in and its user's roles and notices, versions, what is told, names."""
    counts = []
    for number in (1, 3):
        me = make_user()
        for _ in range(number):
            make_use(make_practice(), by=me)
        client = sign_in(app, me)
        client.get(KEPT)
        with count_queries() as asked:
            assert len(rows(client)) == number
        counts.append(asked.count)

    assert counts == [7, 7]


def test_who_takes_their_organisation_away_is_told_so(app):
    owner, author = make_organisation(), make_organisation()
    make_practice(slug="desk", organisation=owner, authors=[author.id])
    client = editor(app, organisation=author)
    parts = "/en/practices/desk/edition/authors"
    sent = filled(client.get(parts))
    sent.setlist("pick_authors", [])

    saved = client.post(parts, data=sent)

    assert (saved.status_code, saved.location) == (303, f"{KEPT}?done=left")
    assert page(client, saved.location).select_one(".notice.is-ok")
    assert client.get(parts).status_code == 403
