"""Writing a large directory into a database that is empty or holds the demo region."""

from collections.abc import Callable

from portal.db import bump, database
from portal.demo import directory
from portal.demo.files import entries
from portal.demo.scale.organisations import load_associations
from portal.demo.scale.rows import Directory
from portal.demo.scale.sheets import Sheets
from portal.demo.scale.stock import stock
from portal.demo.scale.tables import first_free
from portal.directory.actions.indexing import entries as index_entries
from portal.directory.models import CHANGES, KIND, Organisation, Service
from portal.search.actions import index_many
from portal.search.places import BLOCK_SIZE
from portal.vocabulary import actions as vocabulary_actions
from portal.vocabulary.queries import vocabulary

SEED = 2026


def prepare(services: int) -> None:
    """Load what services refer to, where it is not there."""
    vocabulary_actions.load_files()
    vocabulary_actions.load(entries("areas.toml", "term"))
    vocabulary_actions.load_concepts()
    with database.atomic():
        bump(CHANGES)
        if not Organisation.select().exists():
            directory.load_organisations()
            directory.load_places(vocabulary())
        load_associations(services, stock(), SEED)


def write(
    services: int, written: Callable[[int], object] = lambda _count: None
) -> None:
    """Write that many services more; `written` is told how many each time. A batch
    fills one block of the index, so that no block is written twice."""
    prepare(services)
    first = first_free(Service)
    end = first + services
    source = Directory(stock(), SEED + first)
    while first < end:
        after = min((first // BLOCK_SIZE + 1) * BLOCK_SIZE, end)
        with database.atomic():
            bump(CHANGES)
            sheets = Sheets()
            for service_id in range(first, after):
                source.write(service_id, sheets)
            sheets.write()
            index_many(KIND, index_entries(range(first, after)))
            sheets.count_on()
        written(after - first)
        first = after
