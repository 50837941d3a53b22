"""Where the things that threads lead through are read."""

from flask import url_for

from portal.threads import things
from portal.threads.queries.told import Told

BY_SLUG = {
    things.REPORT: "reports.phenomenon",
    things.PHENOMENON: "reports.phenomenon",
    things.WORKSHOP: "workshops.cover",
    things.PILOT: "pilots.pilot",
    things.SELECTION: "pilots.selection",
    things.PRACTICE: "practices.practice",
    things.DEFINITION: "agreement.definition_card",
    things.SERVICE_VERSION: "directory.service",
}


def address(kind: str, text: Told) -> str:
    """Of what was withdrawn there is none."""
    if kind == things.POLL:
        return url_for("ballots.poll", number=text.id)
    if kind in {things.PROPOSAL, things.ANSWER}:
        return url_for("proposals.proposal", number=text.slug) if text.slug else ""
    if kind == things.DECISION:
        return url_for("groups.decision", slug=text.slug, decision_id=text.id)
    return url_for(BY_SLUG[kind], slug=text.slug)
