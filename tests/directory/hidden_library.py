"""A practice some words of which must never be seen, and every page it might be on."""

from portal.db import today
from portal.directory.models import TextState
from portal.i18n import LANGUAGES
from portal.links.actions import join
from portal.materials.models import KIND as MATERIAL
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.models import KIND, Application, Practice
from tests.factories import make_practice
from tests.materials.things import make_material
from tests.practices.files import make_file
from tests.practices.lived import make_experience, make_mark
from tests.practices.talk import make_answer, make_question, make_suggestion

ADDRESS = "punainenkello@verstas.example"
"""Of whoever is asked once a year."""

Parts = dict[str, list[dict[str, object]]]


def make_library(title: str, text: str, unready: str) -> tuple[Practice, Parts]:
    """A practice of which only the English is ready, with words that wait for a
    moderator; beside it one that is all in draft, at the address `unready`. And what
    the parts of their addresses can be."""
    ready, draft = (
        PracticeDraftText("A practice", "Calm"),
        PracticeDraftText(title, text),
    )
    practice = make_practice(
        texts={"en": ready, "sv": draft}, states={"sv": TextState.DRAFT}, in_use="harju"
    )
    hidden = make_practice(
        texts=dict.fromkeys(LANGUAGES, draft),
        states=dict.fromkeys(LANGUAGES, TextState.DRAFT),
        in_use="harju",
        slug=unready,
    )
    Application.update(email=ADDRESS).execute()
    make_mark(practice, set_on=today())
    make_mark(hidden, why=text, set_on=today())
    make_suggestion(practice, name=title, why=text)
    material = make_material("Guide", text_en_summary="Good")
    for one in (practice, hidden):
        join(KIND, one.id, MATERIAL, material.id)
    waits(practice, text)
    below = [parts_below(practice, "Calm"), parts_below(hidden, text)]
    return practice, {
        "materials/<slug>": [{"slug": material.slug}],
        "practices/<slug>": [{"slug": one.slug} for one in (practice, hidden)],
        **{
            name: [part for parts in below for part in parts[name]] for name in below[0]
        },
    }


def waits(practice: Practice, text: str) -> None:
    """What no moderator has read yet."""
    question = make_question(practice, "How?")
    make_question(practice, text, public=False)
    make_answer(question, text, public=False)
    make_experience(practice, helped=text, waits=True)
    make_suggestion(practice, name=text, why=text, offered=False)


def parts_below(practice: Practice, text: str) -> Parts:
    slug = {"slug": practice.slug}
    question = make_question(practice, text)
    answer = make_answer(question, text)
    experience = make_experience(practice, helped=text)
    file = make_file(practice, title=text)
    asked = {"question_id": question.id}
    return {
        "practices/<slug>/experiences/": [{**slug, "experience_id": experience.id}],
        "practices/<slug>/files/": [{**slug, "file_id": file.id}],
        "practices/<slug>/questions/": [{**slug, **asked}],
        "practices/<slug>/questions/<question_id>/answers/": [
            {**slug, **asked, "answer_id": answer.id}
        ],
    }
