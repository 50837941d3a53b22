"""A practice as JSON; docs/practices-as-files.md tells what each name means."""

from typing import Any

from portal.directory.queries.names import names
from portal.exchange.practices.sheet import MarkRow, Sheet
from portal.practices.expiry import has_expired
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import MarkSort, Use
from portal.practices.queries.applications import WORDS, Applied
from portal.practices.queries.texts import completeness
from portal.vocabulary.queries import Word

FORMAT = "verstas-practice"
FORMAT_VERSION = 1


def as_data(sheet: Sheet, address: str, file_addresses: dict[int, str]) -> Any:
    practice = sheet.practice
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "address": address,
        "slug": practice.slug,
        "stage": practice.stage.value,
        "organisation": sheet.organisation,
        "authors": sheet.authors,
        "team": sheet.team,
        "edition": practice.edition,
        "published_at": moment(practice.published_at),
        "updated_at": moment(practice.updated_at),
        "checked_on": moment(practice.checked_on),
        "tags": [{"scheme": w.scheme.value, **named(w)} for w in sheet.tags],
        "texts": {
            language: {
                "updated_at": moment(text.updated_at),
                **{
                    name: getattr(text, name)
                    for name in ("name", "summary", *FACTS, *HEADINGS)
                },
            }
            for language, text in sheet.texts.items()
        },
        "marks": marks(sheet),
        "applications": [applied(one) for one in sheet.applications],
        "references": [dict(vars(one)) for one in sheet.references],
        "stages": [
            {
                "stage": one.stage.value,
                "changed_at": moment(one.changed_at),
                "note": one.note,
                "language": one.language,
            }
            for one in sheet.stages
        ],
        "files": [
            {
                "title": one.title,
                "language": one.language,
                "name": one.name,
                "media_type": one.media_type,
                "size": one.size,
                "sha256": one.digest,
                "address": file_addresses[one.id],
            }
            for one in sheet.files
        ],
    }


def moment(at: Any) -> str | None:
    """A moment in UTC, or a day."""
    if at is None:
        return None
    return f"{at.isoformat()}Z" if hasattr(at, "hour") else str(at.isoformat())


def named(word: Word) -> dict[str, Any]:
    return {"code": word.code, "name": word.labels}


def marks(sheet: Sheet) -> dict[str, Any]:
    """The four marks, side by side."""
    counts = dict.fromkeys((use.value for use in Use), 0)
    for one in sheet.applications:
        counts[one.state.value] += 1
    written = {code: completeness(text) for code, text in sheet.texts.items()}
    return {
        "description": {
            code: {"written": done, "headings": of}
            for code, (done, of) in written.items()
        },
        **{
            sort.value: {
                "value": value.value,
                "set_on": moment(set_on),
                "expired": has_expired(set_on),
                "history": [mark(one) for one in sheet.marks if one.sort is sort],
            }
            for sort, value, set_on in (
                (
                    MarkSort.EVIDENCE,
                    sheet.practice.evidence,
                    sheet.practice.evidence_on,
                ),
                (MarkSort.LIVED, sheet.practice.lived, sheet.practice.lived_on),
            )
        },
        "applied": counts,
    }


def mark(one: MarkRow) -> dict[str, Any]:
    return {
        "value": one.value,
        "set_on": moment(one.set_on),
        "expired": one.expired,
        "team": one.team,
        "why": one.why,
    }


def applied(one: Applied) -> dict[str, Any]:
    return {
        "area": named(one.area),
        "state": one.state.value,
        "since": moment(one.since),
        "until": moment(one.until),
        "edition": one.version,
        "organisation": names().organisations.get(one.organisation or 0),
        **{name: one.words.get(name, {}) for name in WORDS},
    }
