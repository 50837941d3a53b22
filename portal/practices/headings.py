"""The headings of a practice, as its page has them: three parts, and short facts."""

FACTS = ("place", "funder", "whole")
IDEA = (
    "problem",
    "audience",
    "how",
    "core",
    "adaptable",
    "needs_of",
    "cost",
    "not_for",
)
DEVELOPED = ("setting", "insight", "co_developers", "change", "indicators")
OUTCOME = ("results", "lived", "harms", "tips")
HEADINGS = (*IDEA, *DEVELOPED, *OUTCOME)
