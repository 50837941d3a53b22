"""What changes of what everybody reads: services, practices, materials, rules."""

from collections.abc import Callable
from typing import Any

from peewee import Expression, fn

from portal.agreement.models import KIND as DEFINITION
from portal.agreement.models import CardState, DefinitionCard
from portal.directory.models import KIND as SERVICE
from portal.directory.models import (
    ServiceTag,
    ServiceText,
    ServiceVersion,
    TextState,
)
from portal.materials.models import KIND as MATERIAL
from portal.materials.models import Material, MaterialTag
from portal.moderation.models import RulesVersion
from portal.practices.models import KIND as PRACTICE
from portal.practices.models import (
    Mark,
    Practice,
    PracticeTag,
    PracticeVersion,
    StageChange,
)
from portal.practices.queries.texts import is_published
from portal.threads.changing import Sort, tagged

RULES = "rules"


def with_one_before(versions: Any, owner: Any) -> Any:
    """Versions that were saved over another: only these changed something."""
    before = versions.alias()
    same = (before.edition == versions.edition - 1) & (
        getattr(before, owner.name) == owner
    )
    return fn.EXISTS(before.select(before.id).where(same))


def service_versions() -> Any:
    has_text = ServiceText.select(ServiceText.id).where(
        ServiceText.service == ServiceVersion.service,
        ServiceText.state == TextState.PUBLISHED,
    )
    return ServiceVersion.select().where(
        fn.EXISTS(has_text), with_one_before(ServiceVersion, ServiceVersion.service)
    )


def practice_versions() -> Any:
    return PracticeVersion.select().where(
        is_published(PracticeVersion.practice),
        with_one_before(PracticeVersion, PracticeVersion.practice),
    )


def of_practices(item: Any) -> Callable[[int], Expression]:
    return tagged(item, PracticeTag.term, PracticeTag.practice)


CONTENT = (
    Sort(
        "service",
        SERVICE,
        service_versions,
        ServiceVersion.id,
        ServiceVersion.service,
        ServiceVersion.saved_at,
        note=ServiceVersion.note,
        language=ServiceVersion.language,
        themes=tagged(ServiceVersion.service, ServiceTag.term, ServiceTag.service),
    ),
    Sort(
        "practice",
        PRACTICE,
        practice_versions,
        PracticeVersion.id,
        PracticeVersion.practice,
        PracticeVersion.saved_at,
        note=PracticeVersion.note,
        language=PracticeVersion.language,
        themes=of_practices(PracticeVersion.practice),
    ),
    Sort(
        "practice-published",
        PRACTICE,
        lambda: Practice.select().where(
            Practice.published_at.is_null(False), is_published(Practice.id)
        ),
        Practice.id,
        Practice.id,
        Practice.published_at,
        themes=of_practices(Practice.id),
    ),
    Sort(
        "practice-stage",
        PRACTICE,
        lambda: StageChange.select().where(is_published(StageChange.practice)),
        StageChange.id,
        StageChange.practice,
        StageChange.changed_at,
        code=StageChange.stage,
        note=StageChange.note,
        language=StageChange.language,
        themes=of_practices(StageChange.practice),
    ),
    Sort(
        "practice-mark",
        PRACTICE,
        lambda: Mark.select().where(is_published(Mark.practice)),
        Mark.id,
        Mark.practice,
        Mark.set_on,
        code=Mark.sort,
        themes=of_practices(Mark.practice),
    ),
    Sort(
        "definition",
        DEFINITION,
        lambda: DefinitionCard.select().where(
            DefinitionCard.state == CardState.PUBLISHED,
            DefinitionCard.agreed_on.is_null(False),
        ),
        DefinitionCard.id,
        DefinitionCard.id,
        DefinitionCard.agreed_on,
    ),
    Sort(
        "material",
        MATERIAL,
        lambda: Material.select().where(Material.verdict_on.is_null(False)),
        Material.id,
        Material.id,
        Material.verdict_on,
        code=Material.verdict,
        themes=tagged(Material.id, MaterialTag.term, MaterialTag.material),
    ),
    Sort(
        "rules",
        RULES,
        lambda: RulesVersion.select().where(RulesVersion.workshop.is_null()),
        RulesVersion.id,
        RulesVersion.id,
        RulesVersion.made_at,
    ),
)
