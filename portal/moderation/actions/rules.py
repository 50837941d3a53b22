"""Changing the rules of discussion. Each change is a version; none is ever changed."""

from collections.abc import Mapping

from portal.accounts.models import User
from portal.db import bump, database, insert_all
from portal.moderation.actions.log import Noted, record
from portal.moderation.models import LogEvent, RulesText, RulesVersion
from portal.moderation.queries.rules import RULES, as_delivered


def begin() -> None:
    """Keep the rules that a portal is delivered with as the first version, once."""
    with database.atomic():
        bump(RULES)
        if _newest(None) is None:
            _write(None, as_delivered().texts, None)


def set_rules(texts: Mapping[str, str], by: User, seen: int) -> bool:
    """Let these be the rules of the whole site. False, and nothing is changed, if they
    are no longer the version `seen` by its number."""
    with database.atomic():
        bump(RULES)
        newest = _newest(None)
        if (newest.number if newest else 0) != seen:
            return False
        if dict(texts) != _texts(newest):
            _write(None, texts, by)
    return True


def keep(workshop: int, texts: Mapping[str, str], by: User | None = None) -> None:
    """Keep the rules of a workshop as they were saved, if they have changed. Called
    last in the transaction that saves them, which holds the workshop."""
    written = {language: body for language, body in texts.items() if body}
    with database.atomic():
        if written != _texts(_newest(workshop)):
            bump(RULES)
            _write(workshop, written, by)


def _write(workshop: int | None, texts: Mapping[str, str], by: User | None) -> None:
    newest = _newest(workshop)
    actor = by.id if by else None
    version = RulesVersion.create(
        workshop=workshop, number=newest.number + 1 if newest else 1, made_by=actor
    )
    insert_all(
        RulesText,
        [
            {"version": version.id, "language": language, "body": body}
            for language, body in texts.items()
        ],
    )
    changed = LogEvent.RULES_CHANGED
    record(Noted(changed, workshop=workshop, rules=version.id, actor=actor))


def _newest(workshop: int | None) -> RulesVersion | None:
    of = RulesVersion.workshop == workshop
    return (
        RulesVersion.select()
        .where(RulesVersion.workshop.is_null() if workshop is None else of)
        .order_by(RulesVersion.number.desc())
        .first()
    )


def _texts(version: RulesVersion | None) -> dict[str, str]:
    if version is None:
        return {}
    these = RulesText.select().where(RulesText.version == version.id)
    return {text.language: text.body for text in these}
