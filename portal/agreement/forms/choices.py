from wtforms import SelectField

from portal.forms import one_of


def choice(label: str) -> SelectField:
    """One of a list that is filled in when the form is shown."""
    return SelectField(label, validate_choice=False, validators=[one_of()])
