"""Who gets what from every route, as one literal table."""

import pytest

from portal.moderation.models import Case
from portal.permissions import Role
from portal.proposals.models import State
from tests.factories import (
    make_practice,
    make_proposal,
    make_service,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.routes import routes

PEOPLE = ["visitor", "elsewhere", "joined", "author", "resident", *Role]
SLUG = "the-same-for-all"
# What an empty request gets: 200 or 422 is "yes, you may", 303 "done" or "sign in
# first", 401 "who are you?", 403 "not you".
TABLE = """
GET /                                          302 302 302 302 302 302 302 302 302 302
GET /<language>/                               200 200 200 200 200 200 200 200 200 200
GET /<language>/about/<name>                   200 200 200 200 200 200 200 200 200 200
GET /<language>/account                        303 303 303 303 200 200 200 200 200 200
POST /<language>/account/sessions/<session_id> 401 401 401 401 303 303 303 303 303 303
GET /<language>/emergency                      200 200 200 200 200 200 200 200 200 200
GET /<language>/join                           200 200 200 200 200 200 200 200 200 200
GET /<language>/join/<code>                    200 200 303 303 200 200 200 200 200 200
POST /<language>/join/<code>                   422 422 303 303 422 422 422 422 422 422
GET /<language>/moderation                     303 303 303 303 403 403 403 200 200 403
POST /<language>/moderation/<case_id>          401 401 401 401 403 403 403 422 422 403
GET /<language>/places                         200 200 200 200 200 200 200 200 200 200
GET /<language>/practices                      200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/<slug>               200 200 200 200 200 200 200 200 200 200
GET /<language>/proposals/<number>             200 200 200 200 200 200 200 200 200 200
GET /<language>/proposals/<number>/answer      303 303 303 303 403 403 403 403 200 403
POST /<language>/proposals/<number>/answer     401 401 401 401 403 403 403 403 422 403
POST /<language>/proposals/<number>/support    401 401 422 422 401 401 401 401 401 401
GET /<language>/proposals/<number>/wording     303 303 303 200 403 403 403 403 403 403
POST /<language>/proposals/<number>/wording    401 401 401 422 403 403 403 403 403 403
GET /<language>/return                         200 200 200 200 200 200 200 200 200 200
POST /<language>/return                        422 422 422 422 422 422 422 422 422 422
GET /<language>/services                       200 200 200 200 200 200 200 200 200 200
GET /<language>/services/<slug>                200 200 200 200 200 200 200 200 200 200
GET /<language>/sign-in                        200 200 200 200 302 302 302 302 302 302
POST /<language>/sign-in                       422 422 422 422 422 422 422 422 422 422
POST /<language>/sign-out                      303 303 303 303 303 303 303 303 303 303
GET /<language>/workshops                      200 200 200 200 200 200 200 200 200 200
POST /<language>/workshops                     401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>               200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/board         200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/news          200 200 200 200 200 200 200 200 200 200
POST /<language>/workshops/<slug>/phase        401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/proposals    401 401 422 422 401 401 401 401 401 401
GET /<language>/workshops/<slug>/results       200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/screen        200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/settings      303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/settings     401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/new                  303 303 303 303 403 403 403 403 200 403
GET /healthz                                   200 200 200 200 200 200 200 200 200 200
GET /readyz                                    200 200 200 200 200 200 200 200 200 200
"""


def expected() -> dict[str, list[int]]:
    lines = [line.rsplit(maxsplit=len(PEOPLE)) for line in TABLE.split("\n") if line]
    return {route: [int(status) for status in row] for route, *row in lines}


def test_every_route_has_its_row(app):
    found = sorted(route.name for route in routes(app))

    assert found == sorted(expected())


@pytest.mark.parametrize("who", PEOPLE)
def test_every_route_answers_each_kind_of_person_as_told(app, who):
    workshop = make_workshop(slug=SLUG, code="ABC234")
    make_service(slug=SLUG)
    make_practice(slug=SLUG)
    writer, author = take_seat(app, workshop)
    proposal = make_proposal(workshop, author=author)
    make_proposal(workshop, state=State.WAITING)
    case = Case.get(Case.decided_at.is_null())
    values = {
        "slug": SLUG,
        "code": workshop.code,
        "number": proposal.id,
        "case_id": case.id,
    }
    seats = {
        "visitor": app.test_client,
        "elsewhere": lambda: take_seat(app, make_workshop())[0],
        "joined": lambda: take_seat(app, workshop)[0],
        "author": lambda: writer,
        "resident": lambda: sign_in(app, make_user()),
    }
    come_in = seats.get(who, lambda: sign_in(app, make_user(Role(who))))

    answers = {
        route.name: come_in().open(route.address, method=route.method).status_code
        for route in routes(app, **values)
    }

    column = PEOPLE.index(who)
    assert answers == {route: row[column] for route, row in expected().items()}
