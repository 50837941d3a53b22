"""The seven steps of a report: how far it has come."""

from portal.reports.models import Progress, ReportState

ORDER = (
    ReportState.RECEIVED.value,
    ReportState.DE_IDENTIFIED.value,
    *(progress.value for progress in Progress),
)
IN_USE = {ReportState.RECEIVED, ReportState.DE_IDENTIFIED}


def reached(state: ReportState, progress: Progress | None) -> str:
    """The step it is at; nothing for what is returned, hidden or taken back."""
    if state not in IN_USE:
        return ""
    if state is ReportState.DE_IDENTIFIED and progress:
        return progress.value
    return state.value
