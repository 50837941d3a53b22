"""Steps in the life of a practice."""

from portal.accounts.models import User
from portal.db import bump, database, now
from portal.practices.actions.notifying import tell_of_stage
from portal.practices.models import CHANGES, Practice, Stage, StageChange
from portal.practices.queries.stages import Lack, lacking, said_last
from portal.upkeep.actions.versioned import Gone
from portal.upkeep.notes import Note


class NotYet(Exception):  # noqa: N818  a refusal, not a fault
    """Something must be there first."""

    def __init__(self, lacks: list[Lack]) -> None:
        super().__init__()
        self.lacks = lacks


def set_stage(practice_id: int, stage: Stage, *, note: Note, by: User) -> bool:
    """Where the practice is in its life from now on, or other words for why; told
    whether anything is new. Raises NotYet where something lacks, Gone where the
    practice does."""
    with database.atomic():
        bump(CHANGES)
        practice = Practice.get_or_none(Practice.id == practice_id)
        if practice is None:
            raise Gone
        moves = practice.stage is not stage
        if not moves and note.words in {"", said_last(practice_id)}:
            return False
        if moves and (lacks := lacking(practice, stage, note.words)):
            raise NotYet(lacks)
        Practice.update(stage=stage, updated_at=now()).where(
            Practice.id == practice_id
        ).execute()
        StageChange.create(
            practice=practice_id,
            stage=stage,
            note=note.words,
            language=note.language,
            changed_by=by.id,
        )
        if moves:
            tell_of_stage(practice_id, stage, by)
    return True
