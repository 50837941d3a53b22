"""What is said of a code that opens nothing."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.web import render
from portal.workshops.codes import (
    INVITATION_LENGTH,
    LENGTH,
    RECOVERY_LENGTH,
    misread,
)
from portal.workshops.forms import CodeForm


def unknown(code: str, *lengths: int) -> str:
    """Why a code of one of these lengths may not have been found."""
    if misread(code):
        return _(
            "No code has the letters I, L or O, or the numbers 0 or 1. Look once "
            "more: it may be J, Q, D or 7."
        )
    if lengths and len(code) not in lengths:
        return _(
            "This has %(count)s letters and numbers. Check that none is missing.",
            count=len(code),
        )
    return _("No workshop has this code. Check it once more.")


def show_unknown(form: CodeForm, status: int) -> ResponseReturnValue:
    """The page for typing a code again, with what was typed and why it is not found."""
    is_recovery = len(form.meant) == RECOVERY_LENGTH
    form.code.errors = [
        _("This looks like a recovery code. Use it on the page for coming back.")
        if is_recovery
        else unknown(form.meant, LENGTH, INVITATION_LENGTH)
    ]
    return render("workshops/code.html", form=form), status
