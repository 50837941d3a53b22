"""What the lists of terms are called where words are kept."""

from flask_babel import lazy_gettext as _l

from portal.vocabulary.models import Scheme

SCHEME_NAMES = {
    Scheme.NEED: _l("What you need help with"),
    Scheme.THEME: _l("Situation"),
    Scheme.GROUP: _l("For whom"),
}
