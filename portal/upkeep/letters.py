"""The letters that keeping the directory true takes."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.directory.queries.named import Named, named
from portal.i18n import day
from portal.notices.letters import in_the_language, signed
from portal.upkeep import review_links
from portal.upkeep.feedback_labels import OUTCOMES
from portal.upkeep.models import ServiceFeedback
from portal.upkeep.queries.reviews import Due

Letter = tuple[str, str]


def answer_letter(feedback: ServiceFeedback) -> Letter:
    """The answer, to somebody who asked for it by mail. A sensitive service is not
    named: others may read the mail."""
    language = feedback.language
    with in_the_language(language):
        service = _nameable(feedback.service, language)
        about = (
            _("You told us of something wrong in “%(name)s”.", name=service.name)
            if service
            else _("You told us of something wrong in the directory.")
        )
        body = [
            about,
            _("Our answer: %(outcome)s.", outcome=OUTCOMES[feedback.outcome]),
            feedback.answer,
            _("Everything about it is here:")
            + "\n"
            + url_for("upkeep.followed", code=feedback.code, _external=True),
            _("We erase your e-mail address 30 days from now."),
        ]
        return _("Your feedback has an answer"), signed(body, language)


def closed_letter(feedback: ServiceFeedback) -> Letter:
    """Says that a moderator did not pass it on; why, the page behind the code says."""
    language = feedback.language
    with in_the_language(language):
        body = [
            _("You told us of something wrong in the directory."),
            _("A moderator read it and did not pass it on. You can read why here:")
            + "\n"
            + url_for("upkeep.followed", code=feedback.code, _external=True),
            _("We erase your e-mail address 30 days from now."),
        ]
        return _("Your feedback was not passed on"), signed(body, language)


def _nameable(service_id: int | None, language: str) -> Named | None:
    found = named([service_id], language).get(service_id) if service_id else None
    return None if found is None or found.sensitive else found


def review_letter(cards: list[Due], names: dict[str, dict[int, Named]]) -> Letter:
    """Asks whether these cards still hold, in each of the languages, one under the
    other. Each card has a link of its own."""
    subjects, bodies = [], []
    for language, called in names.items():
        with in_the_language(language):
            subjects.append(
                ngettext(
                    "Is this service card still right?",
                    "Are these %(num)s service cards still right?",
                    len(cards),
                )
            )
            asked = [_one_card(card, called[card.service_id]) for card in cards]
            body = [
                _("You keep these cards in the directory. Look at each one and say."),
                *asked,
                _("The links need no account. They hold for 60 days."),
            ]
            bodies.append(signed(body, language))
    return " / ".join(subjects), "\n\n".join(bodies)


def _one_card(card: Due, name: Named) -> str:
    checked = (
        _("Last checked %(date)s", date=day(card.checked_on))
        if card.checked_on
        else _("Not known when this was last checked")
    )
    token = review_links.signed(card.service_id, card.checked_on)
    address = url_for("upkeep.review", token=token, _external=True)
    return f"{name.name}\n{checked}\n{address}"
