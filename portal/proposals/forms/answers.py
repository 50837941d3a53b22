from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectField
from wtforms.validators import Optional, StopValidation

from portal.directory.models import Team
from portal.forms import BaseForm, Line, Text, at_most, one_of, options, required
from portal.i18n import LANGUAGES, language
from portal.proposals.actions import AnswerDraft
from portal.proposals.labels import VERDICTS
from portal.proposals.models import Answer, AnswerText, Verdict
from portal.workshops.forms import Day

LONGEST_REASON = 3000
LONGEST_OWNER = 120


def reason_somewhere(form: Form, field: Field) -> None:
    """A reason in at least one language; asked for in the language of the page."""
    nowhere = not any(form[f"reason_{code}"].data for code in LANGUAGES)
    if nowhere and field.name == f"reason_{language()}":
        raise StopValidation(str(_l("Give the reason in at least one language")))


def with_reason(form: Form, field: Field) -> None:
    """What changed is told in a language that the reason is given in."""
    code = field.name.removeprefix("changed_")
    if field.data and not form[f"reason_{code}"].data:
        raise StopValidation(str(_l("Give the reason in this language too")))


def after_done(form: Form, field: Field) -> None:
    """What is done can be said to be done only with what changed."""
    changed = [form[f"changed_{code}"].data for code in LANGUAGES]
    if any(changed) and not field.data:
        raise StopValidation(str(_l("Write on which day the change was done")))


class AnswerForm(BaseForm):
    verdict = RadioField(
        _l("The answer"),
        choices=options(VERDICTS),
        validate_choice=False,
        validators=[one_of(_l("Choose an answer"))],
    )
    team = SelectField(
        _l("Team that answers"),
        validate_choice=False,
        validators=[required(_l("Choose the team that answers")), one_of()],
    )
    starts_on = Day(_l("Starts on"), [Optional()])
    done_on = Day(_l("Done on"), [after_done, Optional()])
    owner = Line(_l("Who sees to it"), [at_most(LONGEST_OWNER)])
    pick_version = SelectField(
        _l("The card of the service where the change shows"),
        validate_choice=False,
        validators=[one_of()],
    )

    @classmethod
    def of(cls, answer: Answer, texts: dict[str, AnswerText]) -> "AnswerForm":
        written = {
            f"{name}_{code}": getattr(text, name)
            for code, text in texts.items()
            for name in ("reason", "changed")
        }
        return cls(
            data={
                "verdict": answer.verdict,
                "team": str(answer.team or ""),
                "starts_on": answer.starts_on,
                "done_on": answer.done_on,
                "owner": answer.owner,
                "pick_version": str(answer.version or ""),
                **written,
            }
        )

    def offer(self, teams: dict[str, str], versions: dict[str, str]) -> "AnswerForm":
        """Say what can be chosen."""
        self.team.choices = options(teams)
        self.pick_version.choices = options({"": "", **versions})
        return self

    @property
    def draft(self) -> AnswerDraft:
        return AnswerDraft(
            verdict=Verdict(self.verdict.data),
            team=Team.get_or_none(Team.id == int(self.team.data)),
            reasons={
                code: self[f"reason_{code}"].data
                for code in LANGUAGES
                if self[f"reason_{code}"].data
            },
            changed={code: self[f"changed_{code}"].data for code in LANGUAGES},
            starts_on=self.starts_on.data,
            done_on=self.done_on.data,
            owner=self.owner.data,
            version=int(self.pick_version.data) if self.pick_version.data else None,
        )


for _code in LANGUAGES:
    setattr(
        AnswerForm,
        f"reason_{_code}",
        Text(_l("Reason"), [at_most(LONGEST_REASON), reason_somewhere]),
    )
    setattr(
        AnswerForm,
        f"changed_{_code}",
        Text(_l("What has changed"), [at_most(LONGEST_REASON), with_reason]),
    )
