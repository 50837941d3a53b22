"""How a pilot is written down whole, by named texts: `practice`, `starts_on`,
`text/fi/summary`, `measure/7/name/fi`, `site/3/area`. Addresses of persons are no part
of it."""

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
EMPTY_TEXT = {"source": "", "source_at": ""}
