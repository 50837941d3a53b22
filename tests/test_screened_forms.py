"""What people without a role write is screened before others read it."""

import importlib
from pathlib import Path

import pytest

from portal.forms import BaseForm
from portal.screening.forms import ScreenedForm, is_written

PORTAL = Path(__file__).parent.parent / "portal"

NOT_SCREENED = {
    "to come in, and not kept": {"SignInForm", "CodeForm", "ReturnForm"},
    "seen by nobody but whoever wrote it": {"CareNoteForm"},
    "seen only by those who run the workshop or its session": {
        "JoinForm",
        "WriteInForm",
        "RegistrationForm",
    },
    "written by those who run workshops and votes, who answer for it": {
        "ClusterForm",
        "InvitationsForm",
        "MinutesForm",
        "PollForm",
        "SessionForm",
        "TextsForm",
        "WorkshopForm",
    },
    "written by moderators and those who answer": {
        "AnswerForm",
        "AnswerFeedbackForm",
        "BlockForm",
        "DecisionForm",
        "OpinionForm",
        "RulesForm",
        "SettlingForm",
        "SeveralForm",
    },
    "written by editors of the directory, whose numbers and addresses are public": {
        "BasisForm",
        "ChannelsForm",
        "EasyForm",
        "HoursForm",
        "ListForm",
        "NewServiceForm",
        "PartForm",
        "PlaceForm",
        "PlacesForm",
        "StopsForm",
        "ReviewForm",
    },
    "written by those who keep the shelf of materials": {"MaterialForm"},
    "written by those who look after a practice, of a file beside it": {"FileForm"},
    "written by coordinators, who answer for the marks they set": {
        "EvidenceForm",
        "LivedForm",
        "MarkForm",
    },
    "written by those who run inventories": {
        "AskedForm",
        "ContactForm",
        "InventoryForm",
        "RespondentForm",
        "SnapshotForm",
        "VerdictForm",
    },
    "figures only: what is no number is not kept": {"EntryForm", "OwnFiguresForm"},
    "written by coordinators, in the name of the body that selects": {
        "NoteForm",
        "ScoreForm",
        "SelectionForm",
        "VerdictForm",
    },
    "written by those who keep a pilot, of municipalities": {"TakeUpForm"},
    "written by those who agree on services and words": {
        "ConceptForm",
        "DeviationForm",
        "RolloutForm",
        "ServiceForm",
    },
    "written by those who tell threads": {"JointForm", "NewThreadForm", "ThreadForm"},
    "both of the directory and of agreements": {"FactsForm", "TextForm"},
}
EXCEPTIONS = {name for names in NOT_SCREENED.values() for name in names}


def every(form):
    for kind in form.__subclasses__():
        yield kind
        yield from every(kind)


@pytest.fixture(scope="module")
def forms():
    for path in PORTAL.rglob("*.py"):
        if "forms" in path.relative_to(PORTAL).as_posix() and path.stem != "__init__":
            parts = path.relative_to(PORTAL.parent).with_suffix("").parts
            importlib.import_module(".".join(parts))
    return set(every(BaseForm))


def is_excepted(form):
    """By its own name, or made at run time of one that is."""
    return not EXCEPTIONS.isdisjoint(kind.__name__ for kind in form.__mro__)


def writes(form):
    return any(is_written(field) for field in form())


def test_words_of_people_without_a_role_are_screened(app, forms):
    with app.test_request_context("/en/"):
        unscreened = {
            form.__name__
            for form in forms
            if not issubclass(form, ScreenedForm)
            and not is_excepted(form)
            and writes(form)
        }

    assert len(forms) > 40
    assert sorted(unscreened) == []


def test_exceptions_are_forms_that_are_there_and_are_not_screened(forms):
    names = {form.__name__ for form in forms if not issubclass(form, ScreenedForm)}

    assert EXCEPTIONS - names == set()
