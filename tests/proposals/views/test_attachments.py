from io import BytesIO

import pytest
from PIL import Image

from portal.permissions import Role
from portal.pictures import LARGEST_FILE
from portal.proposals import actions
from portal.proposals.models import Attachment, Proposal, State
from portal.workshops.models import Entry, Workshop
from tests.factories import (
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.workshops.pages import errors, fields, one, send, soup, texts

DRAFT = "/en/workshops/doors/draft"
WRITTEN = {"suggestion": "A bench", "language": "en", "submission": "one form"}
DESCRIPTION = "The stop, with no bench"


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


@pytest.fixture
def seat(app, workshop):
    return take_seat(app, workshop)


@pytest.fixture
def author(seat):
    client = seat[0]
    client.post(DRAFT, data=WRITTEN)
    return client


def picture(name="bench.png"):
    content = BytesIO()
    Image.new("RGB", (60, 30)).save(content, "PNG")
    content.seek(0)
    return (content, name)


def add(client, address=DRAFT, **other):
    data = {"picture": picture(), "description": DESCRIPTION} | other
    return client.post(f"{address}/picture", data=data)


def address():
    return f"/en/pictures/{Attachment.get().id}"


def test_picture_goes_from_the_draft_to_the_proposal(author):
    add(author)
    page = author.get(DRAFT)
    assert one(page, "article.slip img")["alt"] == DESCRIPTION

    send(author, page, "/proposals")

    page = author.get(f"/en/proposals/{Proposal.get().id}")
    image = one(page, "figure img")
    assert (image["src"], image["alt"]) == (address(), DESCRIPTION)
    assert (image["width"], image["height"]) == ("60", "30")


def test_picture_is_seen_by_others_only_with_its_proposal(app, author, workshop):
    add(author)
    clients = {
        "author": author,
        "neighbour": take_seat(app, workshop)[0],
        "visitor": app.test_client(),
        "moderator": sign_in(app, make_user(Role.MODERATOR)),
    }

    def seen():
        return {
            name: client.get(address()).status_code for name, client in clients.items()
        }

    few = {"author": 200, "neighbour": 404, "visitor": 404, "moderator": 200}
    assert seen() == few | {"moderator": 404}
    send(author, author.get(DRAFT), "/proposals")
    assert seen() == few
    actions.publish(Proposal.get().id)
    assert seen() == dict.fromkeys(clients, 200)
    actions.set_withdrawn(Proposal.get(), wanted=True)
    assert seen() == few


def test_picture_of_a_workshop_by_invitation_is_not_found_by_others(app, author):
    add(author)
    send(author, author.get(DRAFT), "/proposals")
    actions.publish(Proposal.get().id)

    Workshop.update(entry=Entry.INVITED).execute()

    assert app.test_client().get(address()).status_code == 404
    assert author.get(address()).status_code == 200


def test_picture_is_answered_as_nothing_but_a_picture(client, author):
    add(author)
    private = author.get(address())
    send(author, author.get(DRAFT), "/proposals")
    actions.publish(Proposal.get().id)

    public = client.get(address())
    again = client.get(address(), headers={"If-None-Match": public.headers["ETag"]})

    assert Image.open(BytesIO(public.data)).size == (60, 30)
    assert public.headers["Content-Type"] == "image/jpeg"
    assert public.headers["X-Content-Type-Options"] == "nosniff"
    assert public.headers["Content-Disposition"] == "inline"
    assert public.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert public.headers["Cache-Control"] == "public, max-age=300"
    assert private.headers["Cache-Control"] == "private, no-store"
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"picture": ""}, [("#picture", "Choose a picture")]),
        (
            {"picture": (BytesIO(b"<svg/>"), "bench.svg")},
            [
                (
                    "#picture",
                    "We can't read this file. Send a JPEG, PNG, WebP or GIF picture.",
                )
            ],
        ),
        (
            {"description": " "},
            [("#description", "Say in a few words what is in the picture")],
        ),
    ],
)
def test_picture_that_is_wrong_is_explained_and_the_words_are_kept(
    author, sent, expected
):
    response = add(author, **sent)

    assert response.status_code == 422
    assert errors(response) == expected
    assert (
        fields(response)["description"] == sent.get("description", DESCRIPTION).strip()
    )
    assert texts(response, "article.slip h2") == ["A bench"]
    assert Attachment.select().count() == 0


def add_bytes(client, size):
    """The body written here: the test client would leave a file open."""
    head = 'Content-Disposition: form-data; name="picture"; filename="a.png"'
    body = f"--edge\r\n{head}\r\n\r\n".encode() + b"x" * size + b"\r\n--edge--\r\n"
    kind = "multipart/form-data; boundary=edge"
    return client.post(f"{DRAFT}/picture", data=body, content_type=kind)


def test_picture_may_be_larger_than_other_forms_but_not_without_end(author):
    answers = [add_bytes(author, LARGEST_FILE + more) for more in (0, 1, 100_000)]

    assert [answer.status_code for answer in answers] == [422, 422, 413]
    assert [errors(answer)[0][1] for answer in answers[:2]] == [
        "We can't read this file. Send a JPEG, PNG, WebP or GIF picture.",
        "This picture is too large. One of up to 5 megabytes will do.",
    ]


def test_another_picture_takes_the_place_of_the_first(author):
    add(author)
    add(author, description="From the other side")

    assert [row.description for row in Attachment.select()] == ["From the other side"]


def test_picture_is_taken_off(author):
    add(author)

    author.post(f"{DRAFT}/picture", data={"wanted": "0"})

    assert Attachment.select().count() == 0


def test_picture_without_a_draft_leads_to_the_form(app, workshop):
    client = take_seat(app, workshop)[0]

    response = add(client)

    assert response.location.endswith("/workshops/doors/board#writing")


def test_picture_is_added_to_what_waits_and_taken_off_what_is_public(author, seat):
    proposal = make_proposal(Workshop.get(), state=State.WAITING, author=seat[1])
    page = f"/en/proposals/{proposal.id}"

    add(author, page)
    assert soup(author.get(page)).select("figure img")
    actions.publish(proposal.id)
    refused = add(author, page)
    author.post(f"{page}/picture", data={"wanted": "0"})

    assert refused.status_code == 409
    assert Attachment.select().count() == 0


def test_moderator_sees_the_picture_in_the_queue(app, author):
    add(author)
    send(author, author.get(DRAFT), "/proposals")

    queue = sign_in(app, make_user(Role.MODERATOR)).get("/en/moderation")

    image = one(queue, "article img")
    assert (image["src"], image["alt"]) == (address(), DESCRIPTION)
