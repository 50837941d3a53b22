"""Writing what a service rests on."""

from portal.directory.models import Service, ServiceCode, ServiceLaw
from portal.i18n import LANGUAGES
from portal.upkeep.codes import codes_of


def write_law(service: Service, key: str, new: dict[str, str]) -> None:
    """The act at this position; a new one comes last."""
    here = ServiceLaw.service == service.id
    position = int(key) if key.isdigit() else free_position(service)
    ServiceLaw.delete().where(here, ServiceLaw.position == position).execute()
    for language in LANGUAGES:
        name = new.get(f"name/{language}", "")
        if name:
            ServiceLaw.create(
                service=service.id,
                position=position,
                language=language,
                name=name,
                url=new.get(f"url/{language}", ""),
            )


def free_position(service: Service) -> int:
    last = (
        ServiceLaw.select(ServiceLaw.position)
        .where(ServiceLaw.service == service.id)
        .order_by(ServiceLaw.position.desc())
        .first()
    )
    return last.position + 1 if last else 0


def write_codes(service: Service, scheme: str, lines: str) -> None:
    ServiceCode.delete().where(
        ServiceCode.service == service.id, ServiceCode.scheme == scheme
    ).execute()
    for code in codes_of(lines):
        ServiceCode.create(
            service=service.id,
            scheme=scheme,
            uri=code.uri,
            label=code.label,
            language=code.language,
        )
