"""Trying the addresses that cards and other rooms lead to, and keeping how they
answered."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from peewee import chunked

from portal.db import bump, database, now, upsert
from portal.upkeep.models import LinkCheck, LinkUse
from portal.upkeep.queries.elsewhere import CHANGES
from portal.upkeep.queries.links import in_use
from portal.upkeep.web_addresses import Answer, MayReach, is_public, tried

AT_ONCE = 8
ROWS_AT_ONCE = 200


@dataclass(frozen=True)
class Found:
    tried: int
    working: int
    failing: int
    for_the_first_time: int


def check_all(may_reach: MayReach = is_public) -> Found:
    """Try every address once. Nothing is written while the web is asked."""
    used = in_use()
    urls = sorted(used)
    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = dict(
            zip(
                urls,
                threads.map(partial(tried, may_reach=may_reach), urls),
                strict=True,
            )
        )
    with database.atomic():
        bump(CHANGES)
        known = {row.url: row for row in LinkCheck.select()}
        for url, answer in answers.items():
            _store(url, answer, known.get(url))
        _store_uses(used)
    failing = [url for url, answer in answers.items() if not answer.works]
    new = [url for url in failing if url not in known or not known[url].failures]
    return Found(len(urls), len(urls) - len(failing), len(failing), len(new))


def _store(url: str, answer: Answer, known: LinkCheck | None) -> None:
    moment = now()
    failures = 0 if answer.works else (known.failures if known else 0) + 1
    since = known.failing_since if known and known.failures else moment
    upsert(
        LinkCheck,
        {"url": url},
        status=answer.status,
        problem=answer.problem,
        checked_at=moment,
        failures=failures,
        failing_since=since if failures else None,
    )


def _store_uses(used: dict[str, set[int]]) -> None:
    """Which card leads where; what nothing leads to any more is forgotten."""
    LinkUse.delete().execute()
    ids = {row.url: row.id for row in LinkCheck.select(LinkCheck.id, LinkCheck.url)}
    gone = [ids[url] for url in ids if url not in used]
    for part in chunked(gone, ROWS_AT_ONCE):
        LinkCheck.delete().where(LinkCheck.id.in_(part)).execute()
    uses = [
        {"link": ids[url], "service": service_id}
        for url, services in used.items()
        for service_id in sorted(services)
    ]
    for part in chunked(uses, ROWS_AT_ONCE):
        LinkUse.insert_many(part).execute()
