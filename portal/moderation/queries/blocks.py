"""Who may not write where, and until when."""

from peewee import Expression

from portal.db import today
from portal.moderation.models import Block


def is_blocked(author: str, workshop: int) -> Block | None:
    """The block that keeps this author from writing in this workshop today."""
    return _newest(of(author, workshop) & runs()) if author else None


def blocks_of(author: str, workshop: int) -> list[Block]:
    """Every block of this author in this workshop, newest first."""
    return list(Block.select().where(of(author, workshop)).order_by(Block.id.desc()))


def blocked_by(block_id: int) -> int | None:
    return Block.select(Block.blocked_by).where(Block.id == block_id).scalar()


def of(author: str, workshop: int) -> Expression:
    return (Block.author == author) & (Block.workshop == workshop)


def runs() -> Expression:
    """It holds through its last day, unless it was lifted."""
    return (Block.until >= today()) & Block.lifted_at.is_null()


def _newest(which: Expression) -> Block | None:
    return Block.select().where(which).order_by(Block.id.desc()).first()
