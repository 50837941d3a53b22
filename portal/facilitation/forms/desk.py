"""What is set at the desk."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, IntegerField
from wtforms.validators import StopValidation

from portal.forms import BaseForm

LONGEST = 240
MINUTES = (5, 10, 15)


def some_minutes(_form: Form, field: Field) -> None:
    if field.data is None or not 1 <= field.data <= LONGEST:
        field.errors = []
        raise StopValidation(_("Write the minutes, from 1 to %(most)s", most=LONGEST))


class TimerForm(BaseForm):
    minutes = IntegerField(_l("Minutes"), [some_minutes])
