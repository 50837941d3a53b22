from flask_babel import lazy_gettext as _l
from wtforms import PasswordField

from portal.forms import BaseForm, Line, at_most, required

LONGEST_EMAIL = 200
LONGEST_PASSWORD = 400


class SignInForm(BaseForm):
    email = Line(
        _l("E-mail"),
        [required(_l("Write your e-mail address")), at_most(LONGEST_EMAIL)],
    )
    password = PasswordField(
        _l("Password"),
        [required(_l("Write your password")), at_most(LONGEST_PASSWORD)],
    )

    def refuse(self) -> None:
        """Say the same whether the address or the password is wrong."""
        message = _l("The e-mail address and the password do not match")
        self.email.errors = [message]
