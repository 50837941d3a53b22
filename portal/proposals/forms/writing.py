from enum import Enum
from typing import Self, TypeVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import StopValidation

from portal.accounts.models import Voice
from portal.forms import language_field, one_of, options, submission_field
from portal.i18n import LANGUAGES, language
from portal.proposals.actions import DraftWords, Origin
from portal.proposals.forms.wording import WordingForm
from portal.proposals.labels import RELATIONS
from portal.proposals.models import Draft, Relation
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary
from portal.workshops.labels import VOICES
from portal.workshops.models import Participant

MOST_THEMES = 3

Kind = TypeVar("Kind", bound=Enum)


class Picks(SelectMultipleField):
    """Several of what is offered; anything else is passed over."""

    data: list[str]
    choices: list[SelectChoice]

    def process_formdata(self, valuelist: list[str]) -> None:
        offered = {choice.value for choice in self.choices}
        self.data = [value for value in valuelist if value in offered]


def few(form: Form, field: Field) -> None:
    del form
    if len(field.data) > MOST_THEMES:
        raise StopValidation(_("Choose at most three themes"))


def of_whom(form: Form, field: Field) -> None:
    """Whose voice it is must be said only when it is somebody else's."""
    if form["pick_relation"].data != Relation.OWN:
        one_of(str(_l("Choose whose words these are")))(form, field)


def themes() -> dict[str, Word]:
    return vocabulary().of(Scheme.THEME)


def theme_choices() -> list[SelectChoice]:
    return options({code: word.labels[language()] for code, word in themes().items()})


def valued(kind: type[Kind], value: str | None) -> Kind | None:
    """The member of an enumeration that has this value, if one has."""
    return next((member for member in kind if member.value == value), None)


class ProposalForm(WordingForm):
    language = language_field(_l("Language of your proposal"))
    pick_relation = RadioField(
        _l("Whose words are these?"),
        choices=options(RELATIONS),
        default=Relation.OWN.value,
        validate_choice=False,
        validators=[one_of()],
    )
    voice = RadioField(
        _l("The person takes part as"),
        choices=options(VOICES),
        validate_choice=False,
        validators=[of_whom],
    )
    pick_themes = Picks(
        _l("What is it about? At most three"),
        choices=theme_choices,
        validators=[few],
        validate_choice=False,
    )
    submission = submission_field()

    @classmethod
    def of(cls, draft: Draft | None, me: Participant | None) -> Self:
        """The form as it is first shown: with the draft, if there is one."""
        helper = {} if me else {"pick_relation": Relation.ASSISTED.value}
        if draft is None:
            return cls(data={"voice": me.voice.value if me else None, **helper})
        return cls(
            data={
                "suggestion": draft.suggestion,
                "problem": draft.problem,
                "helps": draft.helps,
                "language": draft.language,
                "pick_relation": draft.relation.value,
                "voice": draft.voice.value if draft.voice else None,
                "pick_themes": draft.themes.split(),
                "submission": draft.submission,
            }
        )

    @classmethod
    def sent(cls, me: Participant | None) -> Self:
        """The form as it was sent: without a seat one writes for somebody else."""
        form = cls.read()
        if me is None and form.pick_relation.data == Relation.OWN:
            form.pick_relation.data = Relation.ASSISTED.value
        return form

    @property
    def origin(self) -> Origin:
        relation = Relation(self.pick_relation.data)
        theirs = relation is not Relation.OWN
        return Origin(relation, Voice(self.voice.data) if theirs else None)

    @property
    def themes(self) -> list[int]:
        known = themes()
        return [known[code].id for code in self.pick_themes.data or []]

    @property
    def has_more(self) -> bool:
        """Whether something stands where one need not look."""
        folded = (self.pick_relation, self.voice, self.pick_themes)
        chosen = self.pick_relation.data != Relation.OWN or self.pick_themes.data
        return bool(chosen or any(field.errors for field in folded))

    @property
    def unfinished(self) -> DraftWords:
        """What stands in the form, right or not."""
        return DraftWords(
            self.language.data if self.language.data in LANGUAGES else language(),
            self.suggestion.data,
            self.problem.data,
            self.helps.data,
            valued(Relation, self.pick_relation.data) or Relation.OWN,
            valued(Voice, self.voice.data),
            " ".join(self.pick_themes.data or []),
        )
