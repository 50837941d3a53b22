"""Who may see a picture, and who may keep a copy of it."""

import pytest

from portal.permissions import Role
from portal.proposals.models import Attachment, Draft
from portal.workshops.models import Entry
from tests.factories import (
    make_attachment,
    make_proposal,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)


def test_picture_of_a_draft_is_nobody_elses(app):
    client, me = take_seat(app, make_workshop())
    draft = Draft.create(participant=me, language="en", suggestion="A bench")
    picture = Attachment.create(
        draft=draft, picture=b"JPEG", width=1, height=1, description="A bench"
    )
    others = [sign_in(app, make_user(role)) for role in Role]

    seen = [
        client.get(f"/en/pictures/{picture.id}").status_code
        for client in (client, app.test_client(), *others)
    ]

    assert seen == [200] + [404] * (1 + len(Role))


@pytest.mark.parametrize(
    ("entry", "kept"),
    [
        (Entry.OPEN, "public, max-age=300"),
        (Entry.CODE, "public, max-age=300"),
        (Entry.INVITED, "private, no-store"),
    ],
)
def test_picture_is_kept_for_others_only_where_all_may_see_it(app, entry, kept):
    workshop = make_workshop(entry=entry)
    client, _me = take_seat(app, workshop)
    address = f"/en/pictures/{make_attachment(make_proposal(workshop)).id}"

    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)
    assert [r.headers["Cache-Control"] for r in (first, again)] == [kept, kept]
