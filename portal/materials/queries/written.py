"""What is written of a material, as texts by name."""

from collections import defaultdict

from portal.i18n import LANGUAGES
from portal.materials.models import Material, MaterialTag, MaterialText
from portal.materials.snapshots import COLUMNS, JUDGED, TAGGED, TEXTS
from portal.upkeep.queries.snapshots import text_of
from portal.upkeep.snapshots import Snapshot
from portal.vocabulary.queries import vocabulary


def written(material_id: int) -> Snapshot:
    """As it stands in the database now, and not in memory."""
    row = Material.get_by_id(material_id)
    texts = {
        text.language: text
        for text in MaterialText.select().where(MaterialText.material == material_id)
    }
    known = vocabulary()
    codes = defaultdict(set)
    for tag in MaterialTag.select().where(MaterialTag.material == material_id):
        codes[known.words[tag.term].scheme].add(known.words[tag.term].code)
    return {
        **{name: text_of(getattr(row, name)) for name in (*COLUMNS, *JUDGED)},
        **{
            f"tags/{scheme.value}": " ".join(
                code for code in known.of(scheme) if code in codes[scheme]
            )
            for scheme in TAGGED
        },
        **{
            f"text/{code}/{name}": getattr(texts[code], name) if code in texts else ""
            for code in LANGUAGES
            for name in TEXTS
        },
    }
