"""A thread written down whole, as one flat set of named texts, so that what two people
made of it can be joined: `theme`, `area`, `text/fi/title`."""

from portal.i18n import LANGUAGES

TAGGED = ("theme", "area")
TEXTS = ("title", "summary", "said", "did", "went", "next", "next_when")
NAMES = (*TAGGED, *(f"text/{code}/{name}" for code in LANGUAGES for name in TEXTS))
