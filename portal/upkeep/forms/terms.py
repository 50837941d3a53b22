"""Words of the vocabulary to choose from."""

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]

from portal.forms import options
from portal.i18n import language
from portal.upkeep.forms.fields import Several
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary


def terms(label: object, scheme: Scheme) -> Several:
    """Any number of words of one scheme, in the language of the page."""

    def offered() -> list[SelectChoice]:
        words = vocabulary().of(scheme)
        return options({code: word.labels[language()] for code, word in words.items()})

    return Several(label, choices=offered)
