"""What a service rests on: its acts, and the codes of national lists."""

from portal.directory.labels import CODE_SCHEMES
from portal.directory.models import Service, ServiceCode, ServiceLaw
from portal.i18n import LANGUAGES
from portal.upkeep.codes import Code, code_lines
from portal.upkeep.snapshots import Snapshot


def laws(service: Service) -> Snapshot:
    """Each act by its position, with its name and address in each language."""
    rows = ServiceLaw.select().where(ServiceLaw.service == service.id)
    found = {(row.position, row.language): row for row in rows}
    written: Snapshot = {}
    for position in sorted({position for position, _language in found}):
        for language in LANGUAGES:
            row = found.get((position, language))
            part = f"law/{position}"
            written[f"{part}/name/{language}"] = row.name if row else ""
            written[f"{part}/url/{language}"] = row.url if row else ""
    return written


def codes(service: Service) -> Snapshot:
    """The codes of each list, a line each."""
    rows = list(
        ServiceCode.select()
        .where(ServiceCode.service == service.id)
        .order_by(ServiceCode.id)
    )
    return {
        f"codes/{scheme}": code_lines(
            Code(row.uri, row.label, row.language)
            for row in rows
            if row.scheme == scheme
        )
        for scheme in CODE_SCHEMES
    }
