"""National general descriptions of PTV: templates that tell what a service is.
They are nobody's own service, so what only a region knows stays not known."""

from dataclasses import dataclass, field
from typing import Any

from portal.directory.actions import Draft, DraftText, Law, Mark
from portal.directory.models import Charge, Origin
from portal.exchange.ptv.draftjs import markdown
from portal.i18n import LANGUAGES
from portal.text import tidy
from portal.vocabulary.queries import Vocabulary

SOURCE = "ptv-general-description"
SUMMARY_LIMIT = 150
LONGEST_NAME = 280
CHARGES = {"Free": Charge.FREE, "Charged": Charge.CHARGED, None: Charge.UNKNOWN}
CODES = {
    "ServiceClass": "service-class",
    "TargetGroup": "target-group",
    "LifeEvent": "life-event",
    "OntologyTerm": "subject",
    "IndustrialClass": "industry",
}
CODE_LANGUAGE = "fi"
LAW_LANGUAGE = "fi"


class UnreadableRecordError(ValueError):
    """The record can't be made into a service; says why."""


@dataclass(frozen=True)
class Read:
    """A record made into a draft, and what an editor should look at."""

    source_id: str
    draft: Draft
    warnings: list[str] = field(default_factory=list)


def read(record: Any, words: Vocabulary) -> Read:
    """One record as a draft. Raises UnreadableRecordError with the reason."""
    try:
        return _read(record, words)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        reason = str(error) if isinstance(error, ValueError) else f"{error!r} is amiss"
        raise UnreadableRecordError(reason) from error


def identity(record: Any) -> str:
    """The id of a record, or what can be said of one that has none."""
    found = record.get("Id") if isinstance(record, dict) else None
    return found if isinstance(found, str) and found else "(no id)"


def _read(record: dict[str, Any], words: Vocabulary) -> Read:
    if identity(record) == "(no id)":
        raise UnreadableRecordError("it has no id")
    names = by_language(record["Name"])
    texts = {
        code: _text(record, code, names[code])
        for code in LANGUAGES.keys() & names.keys()
    }
    if not texts:
        raise UnreadableRecordError("it has no name in any of our languages")
    if any(len(text.name) > LONGEST_NAME for text in texts.values()):
        reason = f"its name is longer than {LONGEST_NAME} characters"
        raise UnreadableRecordError(reason)
    ordered = {code: texts[code] for code in LANGUAGES if code in texts}
    marks = [
        Mark(scheme, code["Key"], tidy(code["Value"]), CODE_LANGUAGE)
        for name, scheme in CODES.items()
        for code in record.get(name) or []
    ]
    tags = [word for mark in marks for word in words.sources.get(mark.uri, [])]
    first = next(iter(ordered.values()))
    warnings = [
        f"{code}: summary is {len(text.summary)} characters, over {SUMMARY_LIMIT}"
        for code, text in ordered.items()
        if len(text.summary) > SUMMARY_LIMIT
    ]
    draft = Draft(
        origin=Origin.NATIONAL_DESCRIPTION,
        texts=ordered,
        twin_key=f"{SOURCE}:{first.name.casefold()}",
        charge=CHARGES[record.get("ChargeType")],
        tags=tags,
        codes=marks,
        laws=_laws(record.get("Laws") or []),
    )
    return Read(record["Id"], draft, warnings)


def _text(record: dict[str, Any], code: str, name: str) -> DraftText:
    def rich(field_name: str) -> str:
        return markdown(by_language(record.get(field_name) or []).get(code))

    descriptions = [rich("BackgroundDescription"), rich("Description")]
    return DraftText(
        name=tidy(name),
        summary=tidy(by_language(record["ShortDescription"]).get(code)),
        description="\n\n".join(text for text in descriptions if text),
        access=rich("UserInstructions"),
        cost=rich("ChargeTypeAdditionalInfo"),
        criteria=rich("ServiceRestrictions"),
        deadline=rich("DeadLineAdditionalInfo"),
        processing_time=rich("ProcessingTimeAdditionalInfo"),
        validity=rich("ValidityTimeAdditionalInfo"),
    )


def _laws(laws: list[dict[str, Any]]) -> list[Law]:
    """Acts with the name and the address each language has."""
    found = []
    for number, law in enumerate(laws):
        names = by_language(law.get("Names") or [])
        links = by_language(law.get("Links") or [])
        reference = law.get("LawReference") or ""
        if not names and reference:
            names = {LAW_LANGUAGE: reference}
        found += [
            Law(number, code, tidy(names[code]), links.get(code, reference))
            for code in LANGUAGES
            if code in names
        ]
    return found


def by_language(values: list[dict[str, Any]]) -> dict[str, str]:
    return {value["Lang"]: value["Label"] for value in values if value["Label"]}
