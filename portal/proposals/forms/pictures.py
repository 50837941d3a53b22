from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, FileField, Form
from wtforms.validators import StopValidation

from portal.forms import Line, at_most, required
from portal.pictures import NotAPicture, Picture, TooLarge, drawn_anew
from portal.screening.forms import ScreenedForm
from portal.web import request

LONGEST_DESCRIPTION = 200


def readable(form: Form, field: Field) -> None:
    """A picture that we can draw anew; what comes of it is left in the form."""
    if not field.data:
        raise StopValidation(_("Choose a picture"))
    try:
        form.drawn = drawn_anew(field.data.stream)  # type: ignore[attr-defined]
    except TooLarge:
        message = _("This picture is too large. One of up to 5 megabytes will do.")
        raise StopValidation(message) from None
    except NotAPicture:
        message = _("We can't read this file. Send a JPEG, PNG, WebP or GIF picture.")
        raise StopValidation(message) from None


class PictureForm(ScreenedForm):
    picture = FileField(_l("Picture"), [readable])
    description = Line(
        _l("What is in the picture?"),
        [
            required(_l("Say in a few words what is in the picture")),
            at_most(LONGEST_DESCRIPTION),
        ],
    )
    drawn: Picture

    @classmethod
    def sent(cls) -> Self:
        form = cls.read()
        form.picture.data = request.files.get("picture")
        return form
