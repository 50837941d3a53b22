"""What can be done in which phase."""

from flask_babel import gettext as _

from portal.errors import Refused
from portal.proposals.models import Proposal, State
from portal.workshops.models import Phase, Workshop

WRITING = {Phase.GATHER}
REWORDING = {Phase.GATHER, Phase.GROUP, Phase.DISCUSS}
GROUPING = {Phase.GATHER, Phase.GROUP, Phase.DISCUSS}
DISCUSSING = {Phase.GROUP, Phase.DISCUSS}
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


def need_open(proposal: Proposal) -> None:
    if proposal.state is State.HIDDEN:
        raise Refused(
            _("A moderator hid this. You can ask for another look, or write anew.")
        )
    if proposal.state in {State.WITHDRAWN, State.MERGED}:
        raise Refused(_("This proposal is withdrawn or merged, so its words stay."))


def need_picturing(workshop: Workshop, proposal: Proposal) -> None:
    """A picture comes before a moderator has read the words beside it."""
    need_rewording(workshop)
    need_open(proposal)
    if proposal.state is State.PUBLISHED:
        raise Refused(_("A picture can't be added to what is on the board."))


def need_withdrawing(workshop: Workshop, proposal: Proposal) -> None:
    """What was never on the board may be taken back at any time."""
    unseen = {State.WAITING, State.RETURNED, State.HIDDEN}
    if workshop.phase not in REWORDING and proposal.state not in unseen:
        raise Refused(_("The vote has begun, so this can't be changed any more."))
    if proposal.state is State.MERGED:
        raise Refused(_("This proposal is part of another one now."))


def need_grouping(workshop: Workshop) -> None:
    if workshop.phase not in GROUPING:
        raise Refused(_("The vote has begun, so proposals stay as they are grouped."))


def need_merging(workshop: Workshop) -> None:
    if workshop.phase not in GROUPING:
        raise Refused(_("The vote has begun, so proposals are not merged any more."))


def need_discussing(workshop: Workshop) -> None:
    if workshop.phase not in DISCUSSING:
        raise Refused(
            _("The workshop is not in discussion now. Your text is kept below.")
        )


def need_supporting(workshop: Workshop) -> None:
    if workshop.phase not in SUPPORTING:
        raise Refused(_("The vote is closed, so supports no longer change."))


def need_answering(workshop: Workshop) -> None:
    if workshop.phase not in ANSWERING:
        raise Refused(_("Proposals are answered when the vote is closed."))


def left() -> Refused:
    """Of somebody whose seat ended while they acted from it."""
    return Refused(
        _(
            "You have left this workshop meanwhile. If you wrote something, it is "
            "below: keep it."
        )
    )
