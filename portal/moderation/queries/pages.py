"""One case, as the moderator who reads it sees it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.moderation.found import findings_in, words_of
from portal.moderation.kinds import KINDS, Item
from portal.moderation.marked import Marked, marked
from portal.moderation.models import OUTSIDE, Block, Case, Decision, Flag
from portal.moderation.queries.blocks import is_blocked
from portal.moderation.queries.cases import about
from portal.screening.findings import Sort


@dataclass(frozen=True)
class CasePage:
    """A case with its thing. `earlier` are the other cases of the same thing, newest
    first; `like` others that say much the same, by id."""

    case: Case
    item: Item
    found: list[tuple[Sort, str]]
    earlier: list[Case]
    appealed: Case | None
    flags: list[Flag]
    block: Block | None
    like: dict[int, Item] = field(default_factory=dict)

    @property
    def folded(self) -> bool:
        """Whether its words are shown only to somebody who opens them."""
        return bool(self.case.findings)

    @property
    def sorts(self) -> list[Sort]:
        """What screening found, each sort once."""
        found = findings_in(self.case.findings)
        return list(dict.fromkeys(one.sort for one in found))

    @property
    def words(self) -> Marked:
        return marked(self.item, findings_in(self.case.findings))

    @property
    def newer(self) -> Case | None:
        """A later case of the same thing, where there is one."""
        return next((one for one in self.earlier if one.id > self.case.id), None)


def case_page(case: Case, decisions: Sequence[Decision]) -> CasePage | None:
    """None where the thing is gone."""
    kind = KINDS.get(case.kind)
    merging = kind and kind.similar and Decision.MERGE in decisions
    like = kind.similar(case.item_id) if kind and kind.similar and merging else []
    items = kind.items([case.item_id, *like]) if kind else {}
    if case.item_id not in items:
        return None
    same = list(
        Case.select()
        .where(about(case.kind, case.item_id), Case.id != case.id)
        .order_by(Case.id.desc())
    )
    return CasePage(
        case,
        items[case.item_id],
        words_of(findings_in(case.findings), items[case.item_id]),
        same,
        next((one for one in same if one.id == case.appeals), None),
        list(Flag.select().where(Flag.case == case.id).order_by(Flag.id)),
        is_blocked(case.author, case.workshop or OUTSIDE),
        {number: items[number] for number in like if number in items},
    )


def items_of(cases: Sequence[Case]) -> dict[int, Item]:
    """The thing of each case that is still there, by case."""
    ids: dict[str, list[int]] = {}
    for case in cases:
        ids.setdefault(case.kind, []).append(case.item_id)
    items = {
        kind: KINDS[kind].items(wanted) for kind, wanted in ids.items() if kind in KINDS
    }
    return {
        case.id: item
        for case in cases
        if (item := items.get(case.kind, {}).get(case.item_id))
    }
