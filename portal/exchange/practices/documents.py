"""A practice as a DOCX document: the headings of Innokylä under their names, then
ours, in the language of the page."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _

from portal.db import local_day
from portal.directory.queries.names import in_language
from portal.exchange.practices import innokyla
from portal.exchange.practices.sheet import InLanguages, Sheet
from portal.i18n import day
from portal.practices import labels
from portal.practices.expiry import has_expired
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import MarkSort
from portal.practices.queries.applications import Applied, Said
from portal.practices.queries.texts import completeness

if TYPE_CHECKING:
    from portal.exchange.practices.paper import Paper


def document(sheet: Sheet, language: str, address: str) -> bytes:
    # With it come many modules that few processes need.
    from portal.exchange.practices.paper import Paper

    paper = Paper(language)
    Writer(paper, sheet, language).write(address)
    return paper.saved()


class Writer:
    def __init__(self, paper: "Paper", sheet: Sheet, language: str) -> None:
        self.paper, self.sheet, self.language = paper, sheet, language
        self.text, self.spoken = in_language(sheet.texts, language)

    def write(self, address: str) -> None:
        paper, practice = self.paper, self.sheet.practice
        paper.tell_about(
            self.text.name,
            self.named(self.sheet.organisation)[0],
            practice.published_at or practice.updated_at,
            practice.updated_at,
        )
        paper.heading(self.text.name, 1, self.spoken)
        if self.spoken != self.language:
            paper.say(_("This is not yet in English."))
        paper.say(self.text.summary, self.spoken)
        paper.heading(innokyla.BASICS, 2)
        paper.facts(self.basics())
        for title, names in innokyla.PARTS.items():
            self.part(title, names, innokyla.NAMES)
        self.part(innokyla.OURS, innokyla.OWN, labels.HEADINGS)
        paper.heading(_("Four marks"), 2)
        paper.facts(self.marks())
        self.applications()
        self.references()
        self.unwritten()
        paper.say(f"{address}, {day(local_day(practice.updated_at))}")

    def named(self, names: InLanguages | None) -> Said:
        return in_language(names, self.language) if names else ("", "")

    def basics(self) -> list[tuple[str, Said]]:
        facts = {name: (getattr(self.text, name), self.spoken) for name in FACTS}
        made_by = [self.sheet.organisation, *self.sheet.authors]
        named = [self.named(one) for one in made_by if one]
        authors = ", ".join(name for name, _spoken in named)
        facts["authors"] = (authors, named[0][1] if named else "")
        stage = str(labels.STAGES[self.sheet.practice.stage])
        return [
            *(
                (str(innokyla.NAMES[name]), said)
                for name, said in facts.items()
                if said[0]
            ),
            (_("Stage"), (stage, "")),
        ]

    def part(
        self, title: object, names: Iterable[str], called: Mapping[str, Any]
    ) -> None:
        """Headings with what is written under them; nothing where nothing is."""
        written = [name for name in names if getattr(self.text, name)]
        if written:
            self.paper.heading(title, 2)
        for name in written:
            self.paper.heading(called[name], 3)
            self.paper.markdown(getattr(self.text, name), self.spoken)

    def marks(self) -> list[tuple[str, Said]]:
        practice = self.sheet.practice
        written, of = completeness(self.text)
        headings = _("%(written)s of %(of)s headings", written=written, of=of)
        evidence = labels.EVIDENCE[practice.evidence]
        lived = labels.LIVED[practice.lived]
        return [
            (_("Description"), (headings, "")),
            (_("Evidence"), dated(evidence, practice.evidence_on)),
            *self.why(MarkSort.EVIDENCE, practice.evidence),
            (_("People with lived experience"), dated(lived, practice.lived_on)),
            *self.why(MarkSort.LIVED, practice.lived),
        ]

    def why(self, sort: MarkSort, value: str) -> list[tuple[str, Said]]:
        """What the mark that stands rests on, if somebody has said it."""
        mark = self.sheet.mark(sort)
        if mark is None or mark.value != value or not mark.why:
            return []
        return [(_("Why"), in_language(mark.why, self.language))]

    def applications(self) -> None:
        self.paper.heading(_("Where it is applied"), 2)
        header = [_("Where"), _("State"), _("When"), _("What was changed"), _("Result")]
        if self.sheet.applications:
            lines = [self.application(one) for one in self.sheet.applications]
            self.paper.table(header, lines)
        else:
            self.paper.say(_("Nobody has told us yet that they use it."))

    def application(self, one: Applied) -> list[Said]:
        when = "–".join(day(at) if at else "" for at in (one.since, one.until))
        result, stopped = one.said("result"), one.said("stopped")
        told = ". ".join(
            text.rstrip(".") for text, _spoken in (result, stopped) if text
        )
        return [
            (one.area.labels[self.language], ""),
            (str(labels.USES[one.state]), ""),
            (when.removesuffix("–") if one.until is None else when, ""),
            one.said("note"),
            (told, result[1] or stopped[1]),
        ]

    def references(self) -> None:
        if self.sheet.references:
            self.paper.heading(_("References"), 2)
        for one in self.sheet.references:
            told = (one.title, str(one.year or ""), one.url)
            self.paper.say(", ".join(part for part in told if part), one.language)

    def unwritten(self) -> None:
        names = [name for name in HEADINGS if not getattr(self.text, name)]
        called = {**labels.HEADINGS, **innokyla.NAMES}
        if names:
            self.paper.heading(_("Not described yet"), 2)
            self.paper.say(", ".join(str(called[name]) for name in names))


def dated(value: object, set_on: date | None) -> Said:
    """A mark that was set, and whether it still stands."""
    if set_on is None:
        return (str(value), "")
    said = f"{value}, {day(set_on)}"
    if has_expired(set_on):
        said += ". " + _("Over three years old: to be set anew.")
    return (said, "")
