"""The letters that the library takes."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.notices.letters import in_the_language, signed
from portal.practices import review_links
from portal.practices.queries.applications import Applied
from portal.search.queries import Name
from portal.upkeep.letters import Letter


def yearly_letter(asked: list[Applied], names: dict[str, dict[int, Name]]) -> Letter:
    """Asks whether these are still so, in each of the languages, one under the other.
    Each has a link of its own."""
    subjects, bodies = [], []
    for language, called in names.items():
        with in_the_language(language):
            subjects.append(
                ngettext(
                    "Do you still use this practice?",
                    "Do you still use these %(num)s practices?",
                    len(asked),
                )
            )
            body = [
                _("A year ago or more you told where you use this. Is it still so?"),
                *(one_place(one, called[one.practice], language) for one in asked),
                _("The links need no account. They hold for 60 days."),
            ]
            bodies.append(signed(body, language))
    return " / ".join(subjects), "\n\n".join(bodies)


def one_place(applied: Applied, name: Name, language: str) -> str:
    token = review_links.signed(applied.id, applied.edition)
    address = url_for(
        "practices.application_review", review_token=token, _external=True
    )
    return f"{name.title}\n{applied.area.labels[language]}\n{address}"
