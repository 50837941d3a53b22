"""Forgetting authors who leave."""

from collections.abc import Sequence

from portal.db import database
from portal.moderation.actions.opening import close_case
from portal.moderation.models import BLOCK, Block, Case, Flag
from portal.notices.recipients import participant_key


def forget_authors(ids: Sequence[int]) -> None:
    """Let nothing say any more what these participants wrote or flagged, or that they
    were blocked. What was decided stays."""
    keys = [participant_key(seat) for seat in ids]
    with database.atomic():
        Case.update(author="").where(Case.author.in_(keys)).execute()
        Flag.update(reader=None).where(Flag.reader.in_(keys)).execute()
        for block in Block.select().where(Block.author.in_(keys)):
            close_case(BLOCK, block.id)
        Block.delete().where(Block.author.in_(keys)).execute()
