"""A material written down whole, as one flat set of named texts, so that what two
people made of it can be joined: `url`, `verdict`, `tags/theme`, `text/fi/title`."""

from portal.i18n import LANGUAGES
from portal.vocabulary.models import Scheme

COLUMNS = ("url", "source", "year", "licence", "language")
JUDGED = ("verdict", "verdict_by", "verdict_on")
TAGGED = (Scheme.THEME, Scheme.NEED, Scheme.GROUP)
TEXTS = ("title", "summary", "reason")
NAMES = (
    *COLUMNS,
    *JUDGED,
    *(f"tags/{scheme.value}" for scheme in TAGGED),
    *(f"text/{code}/{name}" for code in LANGUAGES for name in TEXTS),
)
