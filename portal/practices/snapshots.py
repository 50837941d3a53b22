"""How a practice is written down whole, by named texts: `organisation`, `authors`,
`tags/need`, `text/fi/problem`, `reference/7/title`."""

from portal.practices.headings import FACTS, HEADINGS
from portal.vocabulary.models import Scheme

WHOSE = ("organisation", "team", "authors")
SCHEMES = (Scheme.THEME, Scheme.NEED, Scheme.GROUP)
LINES = ("name", "summary", *FACTS)
TEXTS = (*LINES, *HEADINGS)
REFERENCE = ("title", "url", "year", "language")
EMPTY_TEXT = {"state": "draft", "source": "", "source_at": ""}
