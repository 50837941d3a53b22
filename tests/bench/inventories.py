"""How long the grid of a large inventory takes to draw."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from flask import Flask
from playhouse.test_utils import count_queries

from portal.cli import runner
from portal.db import database, insert_all
from portal.inventories.actions import inventories, questions
from portal.inventories.actions.inventories import Settings, Text
from portal.inventories.drafts import Draft
from portal.inventories.models import (
    Inventory,
    InventoryAnswer,
    InventoryMark,
    InventoryQuestion,
    InventoryState,
    Respondent,
    Verdict,
)
from portal.vocabulary import actions as vocabulary_actions
from portal.vocabulary.models import Scheme, Term, TermText
from tests.bench.calls import Page, anew, call, portal, seconds
from tests.conftest import database_url

QUESTIONS, AREAS = 50, 60
TIMES = 15
MOST_MS = 300
ROWS_AT_ONCE = 500
OPTIONS = {
    "fi": ("Kaikilla", "Osalla", "Ei vielä"),
    "sv": ("Alla", "En del", "Inte än"),
    "en": ("All have", "Some have", "Not yet"),
}
CODES = ("kaikilla", "osalla", "ei-viela", "?")
WORDS = "Kahdella paikkakunnalla näin, muualla toisin: asiasta sovitaan keväällä. "


def lines(folder: Path) -> Iterator[str]:
    app = portal(database_url("inventories", folder))
    with app.app_context(), database.connection_context():
        runner().up()
        vocabulary_actions.load_files()
        slug = filled(QUESTIONS, AREAS).slug
    yield f"{type(database.obj).__name__}, a grid of {QUESTIONS} × {AREAS}"
    base = f"/fi/inventories/{slug}"
    for name, path in (
        ("grid", base),
        ("municipalities first", f"{base}?by=municipality"),
        ("on paper", f"{base}/paper"),
        ("workbook", f"{base}.xlsx"),
    ):
        yield drawn(app, Page(name, path))
    database.obj.close_all()


def drawn(app: Flask, page: Page) -> str:
    asked, ask = page.environ(), anew(app)
    whole = call(ask, asked)
    with database.connection_context(), count_queries() as queries:
        call(ask, asked)
    middle = median(seconds(ask, asked) for _time in range(TIMES)) * 1000
    target = f"at most {MOST_MS} ms" if page.name == "grid" else ""
    return (
        f"{page.name:22}{middle:>8.0f} ms{queries.count:>6} statements"
        f"{len(whole):>10} bytes    {target}"
    ).rstrip()


def filled(question_count: int, area_count: int) -> Inventory:
    """An inventory in which four of five cells are answered, a third with words."""
    with database.atomic():
        settings = Settings({"fi": Text("Suuri kartoitus")}, public=True)
        made = inventories.create(settings, by=None)
        for number in range(question_count):
            drafts = {
                code: Draft(f"{number + 1}. {WORDS[:60]}?", options=options)
                for code, options in OPTIONS.items()
            }
            questions.add(made, drafts)
        inventories.set_state(made, InventoryState.ASKING)
        areas = [make_area(number) for number in range(area_count)]
        respondents = [
            Respondent.create(inventory=made, area=area, language="fi")
            for area in areas
        ]
        asked_here = InventoryQuestion.inventory == made.id
        ids = list(InventoryQuestion.select().where(asked_here))
        rows = [
            {
                "respondent": one.id,
                "question": asked.id,
                "option": CODES[(one.id * 7 + asked.id * 3) % len(CODES)],
                "words": WORDS * 2 if (one.id + asked.id) % 3 == 0 else "",
                "language": "fi",
            }
            for one in respondents
            for asked in ids
            if (one.id * 3 + asked.id) % 5
        ]
        for begin in range(0, len(rows), ROWS_AT_ONCE):
            insert_all(InventoryAnswer, rows[begin : begin + ROWS_AT_ONCE])
        marks = [
            {
                "answer": row.id,
                "verdict": list(Verdict)[row.id % 3],
                "reason": WORDS,
                "language": "fi",
            }
            for row in InventoryAnswer.select(InventoryAnswer.id)
            .join(Respondent)
            .where(Respondent.inventory == made.id)
            if row.id % 9 == 0
        ]
        insert_all(InventoryMark, marks)
    return made


def make_area(number: int) -> Term:
    """A municipality beyond those of the demo."""
    area = Term.create(scheme=Scheme.AREA, code=f"area-{number}", position=number)
    for code in OPTIONS:
        TermText.create(term=area, language=code, label=f"Kuntaranta {number + 1}")
    return area
