from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, FileField, Form, SelectField
from wtforms.validators import StopValidation

from portal.attachments import Attachment, Unfit, checked
from portal.attachments.kinds import LARGEST_FILE
from portal.attachments.labels import REASONS
from portal.forms import BaseForm, Line, at_most, one_of, options, required
from portal.i18n import LANGUAGES, language
from portal.web import request

LONGEST_TITLE = 200


def fit(form: Form, field: Field) -> None:
    """A file that we can keep; what comes of it is left in the form."""
    if not field.data:
        raise StopValidation(_("Choose a file"))
    try:
        form.attachment = checked(  # type: ignore[attr-defined]
            field.data.filename, field.data.stream.read(LARGEST_FILE + 1)
        )
    except Unfit as unfit:
        raise StopValidation(str(REASONS[unfit.reason])) from None


class FileForm(BaseForm):
    """A file that those who look after a practice put beside it."""

    file = FileField(_l("File"), [fit])
    title = Line(
        _l("What is it called?"),
        [required(_l("Say in a few words what the file is")), at_most(LONGEST_TITLE)],
    )
    language = SelectField(
        _l("Which language is it in?"),
        [one_of()],
        choices=options(LANGUAGES),
        validate_choice=False,
    )
    attachment: Attachment

    @classmethod
    def first(cls) -> Self:
        return cls(language=language())

    @classmethod
    def sent(cls) -> Self:
        form = cls.read()
        form.file.data = request.files.get("file")
        return form
