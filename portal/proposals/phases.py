"""What can be done in which phase."""

from flask_babel import gettext as _

from portal.errors import Refused
from portal.workshops.models import Phase, Workshop

WRITING = {Phase.GATHER}
REWORDING = {Phase.GATHER, Phase.GROUP, Phase.DISCUSS}
SUPPORTING = {Phase.GATHER, Phase.GROUP, Phase.DISCUSS, Phase.VOTE}
ANSWERING = {Phase.ANSWER}


def need_writing(workshop: Workshop) -> None:
    if workshop.phase not in WRITING:
        raise Refused(
            _("This workshop no longer gathers proposals. Your text is below: keep it.")
        )


def need_rewording(workshop: Workshop) -> None:
    if workshop.phase not in REWORDING:
        raise Refused(
            _("Proposals can't be reworded any more, since the vote has begun.")
        )


def need_supporting(workshop: Workshop) -> None:
    if workshop.phase not in SUPPORTING:
        raise Refused(_("The vote is closed, so supports no longer change."))


def need_answering(workshop: Workshop) -> None:
    if workshop.phase not in ANSWERING:
        raise Refused(_("Proposals are answered when the vote is closed."))
