"""The letters to those who tell how it goes at a site, in each of the languages, one
under the other."""

from collections.abc import Callable

from flask import url_for
from flask_babel import gettext as _

from portal.i18n import LANGUAGES, day
from portal.notices.letters import in_the_language, signed
from portal.pilots import entry_links
from portal.pilots.queries.entries import Telling
from portal.pilots.queries.shelf import Shelved
from portal.pilots.selection_labels import site_name

Letter = tuple[str, str]


def invitation(pilot: Shelved, one: Telling) -> Letter:
    def body(name: str, place: str) -> list[str]:
        return [
            _("You tell how it goes in %(place)s: %(name)s.", place=place, name=name),
            _("Here is the link:") + f"\n{address(pilot, one)}",
            _(
                "You need no account. Write sums only, never what tells of one person. "
                "You can correct earlier periods by the same link."
            ),
        ]

    return letter(
        pilot, one, lambda name: _("Figures of a pilot: %(name)s", name=name), body
    )


def reminder(pilot: Shelved, one: Telling) -> Letter:
    last = one.missing[-1]

    def body(name: str, place: str) -> list[str]:
        return [
            _(
                "A period of the pilot is over: %(first)s–%(last)s. How did it go in "
                "%(place)s?",
                first=day(last.starts),
                last=day(last.ends),
                place=place,
            ),
            f"{name}\n{address(pilot, one)}",
            _("Nobody came? Write 0. We write once a week at most."),
        ]

    return letter(
        pilot,
        one,
        lambda name: _("How did it go? Figures of %(name)s", name=name),
        body,
    )


def letter(
    pilot: Shelved,
    one: Telling,
    subject: Callable[[str], str],
    body: Callable[[str, str], list[str]],
) -> Letter:
    subjects, bodies = [], []
    for language in LANGUAGES:
        with in_the_language(language):
            name = pilot.text(language).name
            place = site_name(one.site)
            subjects.append(subject(name))
            bodies.append(signed(body(name, place), language))
    return subjects[0], "\n\n".join(bodies)


def address(pilot: Shelved, one: Telling) -> str:
    token = entry_links.signed(one.site.id, pilot.id, one.link_edition)
    return url_for("pilots.entries", entry_token=token, _external=True)
