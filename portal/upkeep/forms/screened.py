"""What every form has whose words are looked through for what tells of persons: who
keeps the thing says that they may stand."""

from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.parts import PartForm


class ScreenedPartForm(ScreenedForm, PartForm):
    """Only words that are new are looked through."""

    @property
    def words(self) -> dict[str, str]:
        old = {name: self.stands.get(key, "") for name, key in self.names.items()}
        return {
            name: written
            for name, written in super().words.items()
            if written != old.get(name, "")
        }
