import secrets

from flask_babel import lazy_gettext as _l
from wtforms import DateField, Field, Form, HiddenField, RadioField, SelectField
from wtforms.validators import Optional, StopValidation

from portal.directory.models import Team
from portal.forms import BaseForm, Line, Text, at_most, one_of, required
from portal.i18n import LANGUAGES, language
from portal.proposals.actions import AnswerDraft, Wording
from portal.proposals.labels import VERDICTS
from portal.proposals.models import Answer, AnswerText, Proposal, Verdict

LONGEST_SUGGESTION = 120
LONGEST_PROBLEM = 600
LONGEST_HELPS = 160
LONGEST_REASON = 3000
LONGEST_SUBMISSION = 40
SUBMISSION_BYTES = 16


class WordingForm(BaseForm):
    suggestion = Line(
        _l("What should change?"),
        [required(_l("Write what should change")), at_most(LONGEST_SUGGESTION)],
    )
    problem = Text(_l("What is the problem now?"), [at_most(LONGEST_PROBLEM)])
    helps = Line(_l("Whom does it help?"), [at_most(LONGEST_HELPS)])

    @property
    def wording(self) -> Wording:
        return Wording(self.suggestion.data, self.problem.data, self.helps.data)

    @classmethod
    def of(cls, proposal: Proposal) -> "WordingForm":
        return cls(
            data={
                "suggestion": proposal.suggestion,
                "problem": proposal.problem,
                "helps": proposal.helps,
            }
        )


class Submission(HiddenField):
    """What tells one sending of the form from another."""

    data: str


class ProposalForm(WordingForm):
    language = RadioField(
        _l("Language of your proposal"),
        choices=list(LANGUAGES.items()),
        default=language,
        validate_choice=False,
        validators=[one_of(_l("Choose the language you write in"))],
    )
    submission = Submission(
        default=lambda: secrets.token_urlsafe(SUBMISSION_BYTES),
        validators=[required(_l("Send the form once more"))],
    )

    def validate_submission(self, field: Field) -> None:
        if len(field.data) > LONGEST_SUBMISSION:
            raise StopValidation(str(_l("Send the form once more")))


def after_done(form: Form, field: Field) -> None:
    """What is done can be said to be done only with what changed."""
    changed = [form[f"changed_{code}"].data for code in LANGUAGES]
    if any(changed) and not field.data:
        raise StopValidation(str(_l("Write on which day the change was done")))


class AnswerForm(BaseForm):
    verdict = RadioField(
        _l("Answer"),
        choices=list(VERDICTS.items()),
        validate_choice=False,
        validators=[one_of(_l("Choose an answer"))],
    )
    team = SelectField(
        _l("Team that answers"),
        validate_choice=False,
        validators=[required(_l("Choose the team that answers"))],
    )
    starts_on = DateField(_l("Starts on"), [Optional()])
    done_on = DateField(_l("Done on"), [Optional(), after_done])

    def validate_verdict(self, field: Field) -> None:
        if field.data and not any(self[f"reason_{code}"].data for code in LANGUAGES):
            raise StopValidation(str(_l("Give the reason in at least one language")))

    @classmethod
    def of(
        cls, answer: Answer, texts: dict[str, AnswerText], teams: list[tuple[str, str]]
    ) -> "AnswerForm":
        written = {
            f"{name}_{code}": getattr(text, name)
            for code, text in texts.items()
            for name in ("reason", "changed")
        }
        form = cls(
            data={
                "verdict": answer.verdict,
                "team": str(answer.team or ""),
                "starts_on": answer.starts_on,
                "done_on": answer.done_on,
                **written,
            }
        )
        form.team.choices = teams
        return form

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
        )


for _code in LANGUAGES:
    setattr(
        AnswerForm, f"reason_{_code}", Text(_l("Reason"), [at_most(LONGEST_REASON)])
    )
    setattr(
        AnswerForm,
        f"changed_{_code}",
        Text(_l("What has changed"), [at_most(LONGEST_REASON)]),
    )
