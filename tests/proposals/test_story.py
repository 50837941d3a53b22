"""The whole way from a resident's sentence to an answer, by plain forms only, in
each language. What is looked at is where things stand, not how they are worded."""

import pytest

from portal.moderation.models import Case
from portal.permissions import Role
from portal.workshops.models import Workshop
from tests.factories import make_team, make_user, sign_in
from tests.workshops.pages import fields, one, send, soup, texts


class Walk:
    """Four people in one language, and the workshop they meet in."""

    def __init__(self, app, language):
        self.app = app
        self.root = f"/{language}"
        self.language = language
        self.coordinator = sign_in(app, make_user(Role.COORDINATOR))
        self.moderator = sign_in(app, make_user(Role.MODERATOR))
        self.resident = app.test_client()

    def open_workshop(self, team):
        page = self.coordinator.get(f"{self.root}/workshops/new?template=ideas")
        own = {name: "Doors?" for name in fields(page) if name.endswith(self.language)}
        written = {**own, "languages": self.language, "team": str(team.id)}
        cover = send(self.coordinator, page, "/workshops", **written)
        self.board = f"{cover.request.path}/board"
        board = self.coordinator.get(self.board)
        self.code = one(board, "aside p.big").text
        self.workshop = Workshop.get(Workshop.code == self.code)

    def join(self, client, voice):
        page = client.get(f"{self.root}/join")
        page = send(client, page, "/join", code=self.code.lower())
        page = send(client, page, f"/join/{self.code}", voice=voice, nickname="")
        return client.get(one(page, "main a.button")["href"])

    def decide(self, **decision):
        """Decide the one case that waits."""
        queue = self.moderator.get(f"{self.root}/moderation")
        form, *_others = soup(queue).select("article form")
        sent = {"data": decision, "follow_redirects": True}
        return self.moderator.post(form["action"], **sent)

    def slip(self):
        return one(self.app.test_client().get(self.board), "article.slip")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_sentence_becomes_an_answer(app, language):
    walk = Walk(app, language)

    # A coordinator opens a workshop.
    walk.open_workshop(make_team(**{language: "Team of doors"}))
    assert walk.board == f"/{language}/workshops/doors/board"

    # A resident joins by its code and proposes.
    board = walk.join(walk.resident, "resident")
    board = send(
        walk.resident,
        board,
        "/proposals",
        suggestion="Avoimet ovet lauantaisin",
        problem="Matti Meikäläinen ei ehdi.",
        language="fi",
    )
    mine = one(board, "#writing li a")
    assert mine.text == "Avoimet ovet lauantaisin"
    assert soup(board).select("article.slip") == []

    # A moderator returns it with a reason.
    queue = walk.decide(decision="return", reason="names-a-person", note="Ei nimiä.")
    assert soup(queue).select("article") == []
    assert soup(queue).select(".notice.is-ok")

    # The author sees why, and rewords it.
    page = walk.resident.get(mine["href"])
    assert texts(page, ".held .words") == ["Ei nimiä."]
    form = walk.resident.get(one(page, ".notice a.button")["href"])
    page = send(walk.resident, form, "/wording", problem="Moni ei ehdi arkena.")
    assert texts(page, "dl.facts dd") == ["Moni ei ehdi arkena."]

    # The moderator publishes it.
    walk.decide(decision="publish")
    slip = walk.slip()
    assert slip.h3.get("lang") == (None if language == "fi" else "fi")
    assert slip.h3.a["href"] == mine["href"]
    assert Case.select().where(Case.decided_at.is_null()).count() == 0

    # Two others support it; one of them thinks again and again.
    for voice, presses in (("expert", 1), ("partner", 3)):
        client = app.test_client()
        board = walk.join(client, voice)
        for _ in range(presses):
            wanted = one(board, "button.support")["value"]
            board = send(client, board, "/support", wanted=wanted)
        assert one(board, "button.support")["aria-pressed"] == "true"
    assert one(board, "button.support .num").text == "2"

    # The vote closes and the result shows.
    results = walk.board.replace("/board", "/results")
    assert soup(client.get(results)).select("table") == []
    board = walk.coordinator.get(walk.board)
    send(walk.coordinator, board, "/phase", phase="answer")
    row = one(client.get(results), "tbody tr")
    numbers = [cell.text.split()[0] for cell in row.select("td.num, td span.num")]
    assert numbers == ["1", "2"]
    assert row.select_one("a")["href"] == mine["href"]
    assert walk.slip().select("form") == []

    # The coordinator answers, and the answer stands on the page of the proposal.
    page = walk.coordinator.get(mine["href"])
    form = walk.coordinator.get(one(page, 'a[href$="/answer"]')["href"])
    assert fields(form)["team"] == str(walk.workshop.team)
    send(
        walk.coordinator,
        form,
        "/answer",
        **{"verdict": "partly", f"reason_{language}": "Kerran kuussa."},
        starts_on="2027-02-01",
    )
    page = walk.resident.get(mine["href"])
    answer = one(page, "article.answer")
    assert len(answer.select(".badge.is-wait")) == 1
    assert answer.select_one(".prose").text == "Kerran kuussa."
    assert answer.select_one(".meta span").text == "Team of doors"
    assert "2027" in answer.select_one(".badge").text
    done = [step.get("class") for step in soup(page).select(".line li")]
    assert done == [None, None, None, ["is-next"]]
