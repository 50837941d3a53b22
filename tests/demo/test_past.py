"""What the demo tells of earlier months."""

from itertools import groupby

import pytest

from portal.db import today
from portal.demo.past import load_past
from portal.moderation.models import Case, Cause
from portal.moderation.queries.tally import OUTCOMES, Decided, part
from portal.proposals.models import COMMENT
from portal.suppression import LEAST

pytestmark = pytest.mark.one_engine


def test_months_that_have_ended_tell_of_every_cause():
    load_past()

    every = list(Case.select().order_by(Case.decided_at))
    months = [
        key
        for key, _cases in groupby(
            one.decided_at.date().replace(day=1) for one in every
        )
    ]
    told = {
        cause: part(
            cause, [as_told(one) for one in every if one.cause is cause], ended=False
        )
        for cause in Cause
    }
    assert len(months) == 11
    assert months[-1] < today().replace(day=1)
    assert all(one.total >= LEAST * 4 for one in told.values())


def test_what_is_past_could_have_been_decided_so():
    load_past()

    for one in Case.select():
        merged = one.decision.value == "merge"
        assert merged or one.decision.value in OUTCOMES[one.cause]
        assert not (merged and one.kind == COMMENT)
        assert one.opened_at < one.decided_at < one.forgotten_at


def as_told(case):
    return Decided(
        case.cause,
        case.kind,
        case.language,
        case.decision,
        case.opened_at,
        case.decided_at,
    )
