"""What every form for a part of a practice has: its words are looked through for what
tells of persons, and whoever looks after the practice says that it may stand."""

from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.parts import PartForm
from portal.upkeep.snapshots import Snapshot


class PracticeForm(ScreenedForm, PartForm):
    """`stands` is what is written now: only words that are new are looked through."""

    stands: Snapshot

    @property
    def words(self) -> dict[str, str]:
        old = {name: self.stands.get(key, "") for name, key in self.names.items()}
        return {
            name: written
            for name, written in super().words.items()
            if written != old.get(name, "")
        }
