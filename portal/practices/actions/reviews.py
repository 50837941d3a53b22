"""Asking once a year whether applications are still so."""

from collections import defaultdict
from datetime import timedelta

from portal.db import bump, database, today
from portal.i18n import LANGUAGES
from portal.notices import actions as notices
from portal.practices.letters import yearly_letter
from portal.practices.models import CHANGES, KIND, Application
from portal.practices.queries.applications import DAYS_BETWEEN, MOST_TIMES, Applied
from portal.practices.queries.asking import to_ask
from portal.search.queries import Name, names
from portal.upkeep.actions.reviews import NATIONAL
from portal.upkeep.queries.reviews import languages_of


def remind() -> tuple[int, int]:
    """One letter to each address about all that it is to be asked of. Returns how many
    letters and about how many applications."""
    first, *_others = LANGUAGES
    due = to_ask(first)
    ids = list({one.practice for one in due})
    called = {code: names(KIND, ids, code) for code in LANGUAGES}
    by_address: dict[str, list[Applied]] = defaultdict(list)
    for one in due:
        if one.practice in called[first]:
            by_address[one.email.casefold()].append(one)
    speaks = languages_of(by_address)
    for address, asked in by_address.items():
        languages = (speaks[address],) if address in speaks else NATIONAL
        ask(address, asked, {code: called[code] for code in languages})
    return len(by_address), sum(map(len, by_address.values()))


def ask(address: str, asked: list[Applied], called: dict[str, dict[int, Name]]) -> None:
    with database.atomic():
        bump(CHANGES)
        Application.update(
            asked_on=today(), asked_times=Application.asked_times + 1
        ).where(Application.id.in_([one.id for one in asked])).execute()
        notices.put(address, *yearly_letter(asked, called))


def erase_addresses() -> int:
    """Erase the e-mail of those who did not answer when asked often enough. Returns
    how many."""
    waited = today() - timedelta(days=DAYS_BETWEEN)
    with database.atomic():
        bump(CHANGES)
        silent = (Application.asked_times >= MOST_TIMES) & (
            Application.asked_on <= waited
        )
        known = Application.email != ""
        return int(Application.update(email="").where(known & silent).execute())
