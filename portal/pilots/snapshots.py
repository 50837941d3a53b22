"""How a pilot is written down whole, by named texts: `practice`, `starts_on`,
`text/fi/summary`, `measure/7/name/fi`, `site/3/area`. Addresses of persons are no part
of it."""

from portal.i18n import LANGUAGES

FACTS = (
    "practice",
    "practice_edition",
    "group",
    "organisation",
    "team",
    "starts_on",
    "ends_on",
    "entry_weeks",
)
TEXTS = (
    "name",
    "summary",
    "hypothesis",
    "cost",
    "people",
    "workers",
    "harms",
    "lessons",
)
OF_A_TEXT = (*TEXTS, "source", "source_at")
MEASURE = ("unit", "aim", "baseline", "baseline_n", "target")
MEASURE_TEXTS = ("name", "explained")
SITE = ("area", "name", "variant")
EMPTY_TEXT = {"source": "", "source_at": ""}
OF_A_MEASURE = (
    *MEASURE,
    *(f"{name}/{code}" for name in MEASURE_TEXTS for code in LANGUAGES),
)
