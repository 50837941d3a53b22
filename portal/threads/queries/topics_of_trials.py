"""What phenomena, pilots and selections tell of themselves in public, for `told`."""

from typing import Any

from peewee import fn

from portal.pilots.models import (
    Pilot,
    PilotText,
    Selection,
    SelectionText,
)
from portal.pilots.queries.publicity import is_public as pilot_is_public
from portal.pilots.queries.publicity import selection_is_public
from portal.reports.models import (
    Phenomenon,
    PhenomenonStep,
    PhenomenonText,
    Report,
    ReportState,
)
from portal.reports.queries.publicity import is_public as phenomenon_is_public
from portal.threads import things
from portal.threads.queries.told import Topic, columns


def gathered_on() -> Any:
    """The first day of the phenomenon."""
    return PhenomenonStep.select(fn.MIN(PhenomenonStep.on)).where(
        PhenomenonStep.phenomenon == Phenomenon.id
    )


def reports(ids: list[int]) -> Any:
    """Of a report no more is told than its phenomenon: no words of it, no day."""
    return (
        Report.select(
            *columns(
                things.REPORT,
                Report.id,
                slug=Phenomenon.slug,
                other=Report.phenomenon,
                at=Phenomenon.made_at,
                on=gathered_on(),
            )
        )
        .join(Phenomenon)
        .where(
            Report.id.in_(ids),
            Report.state == ReportState.DE_IDENTIFIED,
            phenomenon_is_public(),
        )
    )


def phenomena(ids: list[int]) -> Any:
    return (
        PhenomenonText.select(
            *columns(
                things.PHENOMENON,
                PhenomenonText.phenomenon,
                language=PhenomenonText.language,
                slug=Phenomenon.slug,
                title=PhenomenonText.title,
                words=PhenomenonText.summary,
                more=PhenomenonText.answer,
                code=Phenomenon.progress,
                other=Phenomenon.team,
                at=Phenomenon.made_at,
                on=gathered_on(),
                until=Phenomenon.answered_on,
            )
        )
        .join(Phenomenon)
        .where(PhenomenonText.phenomenon.in_(ids), phenomenon_is_public())
    )


def pilots(ids: list[int]) -> Any:
    return (
        PilotText.select(
            *columns(
                things.PILOT,
                PilotText.pilot,
                language=PilotText.language,
                slug=Pilot.slug,
                title=PilotText.name,
                words=PilotText.summary,
                code=Pilot.state,
                at=Pilot.updated_at,
                on=Pilot.starts_on,
                until=Pilot.ends_on,
            )
        )
        .join(Pilot)
        .where(PilotText.pilot.in_(ids), pilot_is_public())
    )


def selections(ids: list[int]) -> Any:
    return (
        SelectionText.select(
            *columns(
                things.SELECTION,
                SelectionText.selection,
                language=SelectionText.language,
                slug=Selection.slug,
                title=SelectionText.title,
                words=SelectionText.decision,
                more=Selection.decided_by,
                at=Selection.locked_at,
                on=Selection.decided_on,
            )
        )
        .join(Selection)
        .where(SelectionText.selection.in_(ids), selection_is_public())
    )


TOPICS: dict[str, list[Topic]] = {
    things.REPORT: [reports],
    things.PHENOMENON: [phenomena],
    things.PILOT: [pilots],
    things.SELECTION: [selections],
}
