import pytest
from portal.permissions import Role
from portal.workshops.tickets import ticket
from tests.factories import make_user, make_workshop, sign_in, take_seat
from tests.routes import SAMPLES, Route
from tests.workshops.sessions import come, make_session
from tests.test_permissions import PEOPLE, SLUG, expected

NAMES=("sessions","registrations/")
@pytest.mark.parametrize("who", PEOPLE)
def test_mine(app, who):
    workshop = make_workshop(slug=SLUG, code="ABC234")
    writer, author = take_seat(app, workshop)
    session=make_session(workshop); held=come(session)
    with app.app_context(): place=ticket(held)
    values={**SAMPLES,"slug":SLUG,"session_id":session.id,"registration_id":held.id,"ticket":place}
    seats = {
        "visitor": app.test_client,
        "elsewhere": lambda: take_seat(app, make_workshop())[0],
        "joined": lambda: take_seat(app, workshop)[0],
        "author": lambda: writer,
        "resident": lambda: sign_in(app, make_user()),
    }
    come_in = seats.get(who, lambda: sign_in(app, make_user(Role(who))))
    adapter = app.url_map.bind("localhost")
    got={}
    import re
    for rule in app.url_map.iter_rules():
        if "session_id" in rule.rule or "ticket" in rule.rule or "/sessions" in rule.rule:
            if "account" in rule.rule: continue
            for m in sorted(rule.methods-{"HEAD","OPTIONS"}):
                n=f"{m} "+re.sub(r"<[^<>]*:(\w+)>", r"<\1>", rule.rule)
                a=adapter.build(rule.endpoint,{k:values[k] for k in rule.arguments})
                got[n]=come_in().open(a,method=m).status_code
    col=PEOPLE.index(who)
    exp={k:v[col] for k,v in expected().items() if k in got}
    assert len(exp)==23
    assert got==exp
