"""A synonym group as it is written: words a line, in each language."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, SelectMultipleField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Text
from portal.i18n import LANGUAGES, language
from portal.vocabulary.actions import ConceptDraft
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Concept, concepts, vocabulary

LONGEST_WORD = 80
MOST_WORDS = 200
SCHEMES = (Scheme.NEED, Scheme.THEME, Scheme.GROUP)


def phrases(written: str | None) -> list[str]:
    """The words or phrases of a box, one a line, each once."""
    kept: dict[str, str] = {}
    for line in (written or "").splitlines():
        if phrase := " ".join(line.split()):
            kept.setdefault(phrase.casefold(), phrase)
    return list(kept.values())


def each_fits(_form: Form, field: Field) -> None:
    written = phrases(field.data)
    for phrase in written:
        if len(phrase) > LONGEST_WORD:
            raise StopValidation(
                _(
                    "“%(opening)s…” is longer than %(limit)s characters",
                    opening=phrase[:20],
                    limit=LONGEST_WORD,
                )
            )
    if len(written) > MOST_WORDS:
        raise StopValidation(_("Write at most %(limit)s words", limit=MOST_WORDS))


def something_is_written(form: Form, field: Field) -> None:
    """At least one word somewhere; else the box of the page's language says so."""
    if field.name == f"words_{language()}" and not any(
        phrases(form[f"{kind}_{code}"].data)
        for kind in ("words", "hidden")
        for code in LANGUAGES
    ):
        raise StopValidation(_("Write at least one word"))


def not_shown_elsewhere(form: Form, field: Field) -> None:
    code = field.name.removeprefix("hidden_")
    shown = {phrase.casefold() for phrase in phrases(form[f"words_{code}"].data)}
    for phrase in phrases(field.data):
        if phrase.casefold() in shown:
            raise StopValidation(
                _("“%(word)s” is in both boxes. Leave it in one", word=phrase)
            )


def known_codes(form: Any, field: Field) -> None:
    known = {concept.code for concept in concepts()} | form.kept_leads
    for code in phrases(field.data):
        if code not in known:
            raise StopValidation(
                _("There is no group with the code “%(code)s”", code=code)
            )


class ConceptForm(BaseForm):
    """`seen` is the state of the group that the writer has before them."""

    kept_leads: frozenset[str] = frozenset()
    leads = Text(_l("Groups that help, the best first"), [known_codes])
    terms = SelectMultipleField(_l("Belongs to"), validate_choice=False)
    seen = HiddenField()

    @classmethod
    def of(cls, concept: Concept) -> "ConceptForm":
        written = {
            f"{kind}_{code}": "\n".join(found[code])
            for kind, found in (("words", concept.words), ("hidden", concept.hidden))
            for code in found
        }
        chosen = [str(term) for term in concept.terms]
        return cls(
            data={
                **written,
                "terms": chosen,
                "leads": "\n".join(concept.leads),
                "seen": concept.state,
            }
        )

    @property
    def draft(self) -> ConceptDraft:
        known = {str(term): term for term in vocabulary().words}
        return ConceptDraft(
            words=self._boxes("words"),
            hidden=self._boxes("hidden"),
            terms=sorted(
                known[term] for term in self.terms.data or [] if term in known
            ),
            leads=phrases(self.leads.data),
        )

    def _boxes(self, kind: str) -> dict[str, list[str]]:
        return {code: phrases(self[f"{kind}_{code}"].data) for code in LANGUAGES}

    def in_language(self, code: str) -> Iterable[Field]:
        return [self[f"words_{code}"], self[f"hidden_{code}"]]


for _code in LANGUAGES:
    setattr(
        ConceptForm,
        f"words_{_code}",
        Text(_l("Words and phrases"), [each_fits, something_is_written]),
    )
    setattr(
        ConceptForm,
        f"hidden_{_code}",
        Text(_l("For the search only"), [each_fits, not_shown_elsewhere]),
    )
