from io import BytesIO
import pytest
from flask import Flask
from PIL import Image
from portal.permissions import Role
from portal.accounts.models import Voice
from portal.ballots import link_keys
from portal.ballots.actions.opening import open_poll
from portal.ballots.models import *
from portal.ballots.tallies import Method
from portal.links.actions import join
from portal.proposals import actions
from portal.proposals.models import *
from portal.proposals.pictures import Picture
from portal.workshops.models import *
from portal.workshops.actions import leave
from tests.factories import *
from tests.ballots.views.test_voting import voting, cast
from tests.proposals.views.test_attachments import add, picture
from tests.workshops.pages import *
from tests.workshops.written import WRITTEN

def test_1_moderator_draft_picture(app):
    w = make_workshop(slug="doors"); c,_ = take_seat(app, w)
    c.post("/en/workshops/doors/draft", data={"suggestion":"A bench","language":"en","submission":"f"})
    add(c)
    a = f"/en/pictures/{Attachment.get().id}"
    m = sign_in(app, make_user(Role.MODERATOR))
    assert m.get(a).status_code == 404

def test_2_invited_picture_cache(app):
    w = make_workshop(slug="doors", entry=Entry.INVITED)
    c,me = take_seat(app, w)
    p = make_proposal(w, author=me)
    at = make_attachment(p)
    r = c.get(f"/en/pictures/{at.id}")
    assert r.status_code == 200
    assert "public" not in r.headers["Cache-Control"]

def test_3_hide_same_words(app):
    w = make_workshop(slug="doors"); c,me = take_seat(app, w)
    p = make_proposal(w, author=me)
    actions.reword(p, Wording("Other"), hides_earlier=True)
    page = c.get(f"/en/proposals/{p.id}/wording")
    r = c.post(f"/en/proposals/{p.id}/wording", data={**{k:v for k,v in fields(page).items() if k in ("version","problem","helps","pick_hidden")}, "suggestion":"Other words"}); print(r.status_code, errors(r))
    assert Rewording.get().hides_earlier

def test_3b_hide_only(app):
    w = make_workshop(slug="doors"); c,me = take_seat(app, w)
    p = make_proposal(w, author=me)
    actions.reword(p, Wording("Other"))
    page = c.get(f"/en/proposals/{p.id}/wording")
    r = c.post(f"/en/proposals/{p.id}/wording", data={**{k:v for k,v in fields(page).items() if k in ("version","problem","helps","suggestion")}, "pick_hidden":"1"}); print(r.status_code, errors(r))
    assert Rewording.get().hides_earlier

def test_4_search_leak(app):
    w = make_workshop(slug="doors")
    p = make_proposal(w, suggestion="Secret bench")
    s = make_service("Service A")
    from portal.proposals.actions import show_title
    join("proposal", p.id, "service", s.id)
    show_title(p.id)
    assert "Secret bench" in app.test_client().get(f"/en/services/{s.slug}").text
    boss = sign_in(app, make_user(Role.COORDINATOR))
    f=fields(boss.get("/en/workshops/doors/settings")); r = boss.post("/en/workshops/doors/settings", data={**WRITTEN, "seen": f["seen"], "entry":"invited", "languages":"en"}, follow_redirects=True); print(errors(r))
    assert r.status_code == 200
    assert Workshop.get_by_id(w.id).entry is Entry.INVITED
    assert "Secret bench" not in app.test_client().get(f"/en/services/{s.slug}").text

def test_5_invitation_back(app):
    w = make_workshop(slug="doors", entry=Entry.INVITED)
    boss = sign_in(app, make_user(Role.COORDINATOR))
    page = boss.get("/en/workshops/doors/invitations")
    a = send(boss, page, "/invitations", labels="Anna\nBen", count="")
    b = send(boss, page, "/invitations", labels="Carl\nDora", count="")
    assert Invitation.select().count() == 4

def test_6_cast_refused(app):
    c, poll, ids = voting(app, Method.APPROVAL)
    with app.app_context(): link_keys.destroy(poll.link_key)
    r = cast(c, poll, {"option": ids[0]})
    print(r.status_code, r.headers.get("Cache-Control")); print(texts(r, ".field"), [t.text for t in soup(r).select("textarea")])
    assert r.headers.get("Cache-Control") == "no-store"

def test_7_propose_gone(app):
    w = make_workshop(slug="doors"); c,me = take_seat(app, w)
    leave(me)
    with app.test_request_context("/en/"):
        actions.propose(w, me, Wording("x"), language="en", submission="s")

def test_8_picture_gone(app):
    w = make_workshop(slug="doors"); c,me = take_seat(app, w)
    c.post("/en/workshops/doors/draft", data={"suggestion":"A bench","language":"en","submission":"f"})
    from portal.proposals.models import Draft as D; d = D.get(); D.delete().execute()
    actions.add_to_draft(d, Picture(b"x",1,1), "d")

def test_9_poll_two(app):
    w = make_workshop(slug="doors")
    poll = make_poll(w, "A", "B")
    boss = sign_in(app, make_user(Role.COORDINATOR))
    one_ = boss.get(f"/en/polls/{poll.id}/settings"); 
    send(boss, one_, "/settings", note_en="first words")
    r = send(boss, one_, "/settings", note_fi="others", title_fi="x")
    assert "first words" in boss.get(f"/en/polls/{poll.id}/settings").text

def test_10_phase(app):
    c, poll, ids = voting(app, Method.APPROVAL)
    Workshop.update(phase_set=Phase.ANSWER).execute()
    r = cast(c, poll, {"option": ids[0]})
    assert r.status_code == 409

def test_11_size(app):
    workshop = make_workshop(Phase.VOTE)
    client, _me = take_seat(app, workshop, Voice.EXPERT)
    poll = make_poll(workshop, *[f"o{n}" for n in range(60)], method=Method.CONSENT)
    with app.test_request_context("/en/"):
        open_poll(poll.id)
    data = {}
    for o in PollOption.select().where(PollOption.poll==poll):
        data[f"o{o.id}"] = "agree-if"; data[f"w{o.id}"] = "😀"*33
    r = cast(client, poll, data)
    assert r.status_code == 200

def test_13_double_open(app):
    boss = sign_in(app, make_user(Role.COORDINATOR))
    page = boss.get("/en/workshops/new?template=ideas")
    from tests.workshops.written import WRITTEN
    for _ in range(2):
        r = boss.post("/en/workshops", data={**WRITTEN, "template":"ideas", "entry":"open"})
    assert Workshop.select().count() == 1
def test_13b_double_poll(app):
    w = make_workshop(slug="doors")
    boss = sign_in(app, make_user(Role.COORDINATOR))
    page = boss.get("/en/workshops/doors/polls/new")
    for _ in range(2):
        send(boss, page, "/polls", title_en="x", own_0_en="A", own_1_en="B")
    assert Poll.select().count() == 1
def test_12_double_join(app):
    w = make_workshop(slug="doors")
    c = app.test_client(); d = app.test_client()
    page = c.get(f"/en/join/{w.code}")
    print(fields(page))
    for x in (c, d):
        send(x, page, w.code, voice="resident")
    assert Participant.select().count() == 1
