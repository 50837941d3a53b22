from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField

from portal.forms import BaseForm, Line, at_most, one_of, options, required
from portal.i18n import LANGUAGES
from portal.inventories.actions.respondents import Contact
from portal.inventories.models import Respondent
from portal.upkeep.forms.fields import an_email

LONGEST_ROLE = 160
LONGEST_EMAIL = 200


class ContactForm(BaseForm):
    """Who answers for one area."""

    role = Line(_l("Role"), [at_most(LONGEST_ROLE)])
    email = Line(_l("Email"), [at_most(LONGEST_EMAIL), an_email])
    language = RadioField(
        _l("Language of the letters"),
        choices=options(LANGUAGES),
        validate_choice=False,
        validators=[one_of()],
    )

    @classmethod
    def of(cls, row: Respondent) -> Self:
        return cls(obj=row)

    @property
    def contact(self) -> Contact:
        return Contact(self.role.data, self.email.data, self.language.data)


class RespondentForm(ContactForm):
    pick_area = SelectField(
        _l("Municipality"),
        validate_choice=False,
        validators=[required(_l("Choose a municipality")), one_of()],
    )

    def offer(self, areas: dict[str, str]) -> Self:
        self.pick_area.choices = options(areas)
        return self
