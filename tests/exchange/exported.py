"""A practice with all that an export can hold."""

from datetime import date

from portal.db import bump
from portal.directory.models import CHANGES as DIRECTORY
from portal.directory.models import Organisation, OrganisationText
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import (
    Application,
    ApplicationText,
    Evidence,
    Mark,
    MarkSort,
    MarkText,
    PracticeReference,
)
from tests.factories import make_practice

WHOLE = {name: f"About {name}." for name in (*FACTS, *HEADINGS)}
DESK = "/en/practices/desk"


def make_desk():
    organisation = Organisation.create(code="office", kind="county")
    OrganisationText.create(organisation=organisation, language="en", name="Office")
    bump(DIRECTORY)
    practice = make_practice(
        slug="desk",
        in_use="harju",
        organisation=organisation,
        evidence=Evidence.SOME,
        evidence_on=date(2026, 1, 31),
        texts={
            "en": PracticeDraftText("Desk", "In short.", **WHOLE),
            "fi": PracticeDraftText("Tiski", how="Näin."),
        },
    )
    applied = Application.get()
    Application.update(since=date(2025, 5, 1), email="asked@verstas.example").execute()
    ApplicationText.create(application=applied, language="fi", note="Myös illalla")
    mark = Mark.create(
        practice=practice,
        sort=MarkSort.EVIDENCE,
        value=Evidence.SOME.value,
        set_on=date(2026, 1, 31),
    )
    MarkText.create(mark=mark, language="en", why="One study")
    PracticeReference.create(
        practice=practice, title="A study", url="https://a.example", language="en"
    )
    return practice
