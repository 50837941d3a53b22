"""Opening a workshop and changing what is set in it."""

from dataclasses import replace

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.db import today
from portal.directory.models import Team
from portal.i18n import LANGUAGES, language
from portal.permissions import Permission, access, can, demand
from portal.vocabulary.queries import Word, vocabulary
from portal.web import render, request, see_other
from portal.workshops import actions, queries
from portal.workshops.forms import WorkshopForm
from portal.workshops.forms.workshops import moved
from portal.workshops.labels import TEMPLATE_LINES, TEMPLATES
from portal.workshops.models import Template, Workshop
from portal.workshops.starting import starting_point
from portal.workshops.views import bp
from portal.workshops.views.running import teams
from portal.workshops.views.workshops import found_board

WHOLE_REGION = "county"


@bp.get("/workshops/new")
@access(Permission.WORKSHOP_OPEN)
def new() -> ResponseReturnValue:
    """The kinds to choose from, or the editor filled with one of them."""
    demand(Permission.WORKSHOP_OPEN)
    earlier, kind = request.args.get("from"), request.args.get("template")
    if earlier:
        board = found_board(earlier)
        settings = moved(settings_of(board.workshop), today(), board.workshop.opened_on)
        form = WorkshopForm.starting(settings, Template(board.workshop.template))
    elif kind in set(Template):
        template = Template(kind)
        first = replace(starting_point(template), areas=whole_region())
        form = WorkshopForm.starting(first, template)
    elif kind:
        abort(404)
    else:
        return render(
            "workshops/new.html",
            templates=TEMPLATES,
            lines=TEMPLATE_LINES,
            earlier=queries.listing(language(), every=True),
        )
    return render("workshops/edit.html", form=offered(form))


@bp.post("/workshops")
@access(Permission.WORKSHOP_OPEN)
def open_workshop() -> ResponseReturnValue:
    demand(Permission.WORKSHOP_OPEN)
    form = offered(WorkshopForm.read())
    if not form.validate():
        return render("workshops/edit.html", form=form), 422
    settings = chosen(form)
    workshop = actions.open_workshop(
        actions.Draft(**vars(settings), opened_on=today(), template=form.kind),
        form.submission.data or "",
        by=current_user,
    )
    return see_other(url_for("workshops.cover", slug=workshop.slug, opened=1))


@bp.get("/workshops/<slug>/settings")
@access(Permission.WORKSHOP_RUN)
def settings(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = WorkshopForm.of(settings_of(board.workshop), queries.stamp(board.id))
    return render("workshops/edit.html", form=offered(form), board=board)


@bp.post("/workshops/<slug>/settings")
@access(Permission.WORKSHOP_RUN)
def change(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = offered(WorkshopForm.read())
    if not form.validate():
        return render("workshops/edit.html", form=form, board=board), 422
    done = actions.change_workshop(
        board.workshop, chosen(form), seen=form.seen.data or "", by=current_user
    )
    if not done:
        form.seen.data = queries.stamp(board.id)
        form.languages.errors = [changed_meanwhile()]
        return render("workshops/edit.html", form=form, board=board), 422
    return see_other(url_for("workshops.cover", slug=slug))


def settings_of(workshop: Workshop) -> actions.Settings:
    """What the workshop is set to now."""
    words = vocabulary().words
    written = queries.texts(workshop.id)
    return actions.Settings(
        texts={
            code: actions.Text(
                **{
                    name: getattr(written[code], name)
                    for name in vars(actions.Text(""))
                }
            )
            for code in LANGUAGES
            if code in written
        },
        timetable=actions.Timetable(
            workshop.gather_until,
            workshop.group_until,
            workshop.discuss_until,
            workshop.vote_until,
            workshop.answer_until,
        ),
        areas=[words[term_id] for term_id in queries.areas(workshop.id)],
        team=Team.get_or_none(Team.id == workshop.team),
        entry=workshop.entry,
        moves_by_date=workshop.moves_by_date,
        in_room=workshop.in_room,
        on_web=workshop.on_web,
        on_paper=workshop.on_paper,
        deletes_on=workshop.deletes_on,
        facilitators=queries.facilitators(workshop.id),
    )


def offered(form: WorkshopForm) -> WorkshopForm:
    """The form with what this person may choose from. Who runs a workshop is chosen
    by those who may open one."""
    areas = {str(word.id): word.labels[language()] for word in area_words()}
    people = None
    if can(Permission.WORKSHOP_OPEN):
        people = {str(k): v for k, v in queries.able_to_facilitate().items()}
    return form.offer(teams(), areas, people)


def chosen(form: WorkshopForm) -> actions.Settings:
    """What was chosen, with its rows."""
    picked = set(form.areas.data or [])
    people = None
    if "facilitators" in form:
        people = [int(user) for user in dict.fromkeys(form.facilitators.data or [])]
    return replace(
        form.settings,
        areas=[word for word in area_words() if str(word.id) in picked],
        team=Team.get_by_id(int(form.team.data)) if form.team.data else None,
        facilitators=people,
    )


def area_words() -> list[Word]:
    return list(vocabulary().of("area").values())


def whole_region() -> list[Word]:
    return [word for word in area_words() if word.code == WHOLE_REGION]


def changed_meanwhile() -> str:
    return _(
        "Somebody else has changed this workshop meanwhile. What you wrote is here. "
        "Look at the workshop in another tab, then save again."
    )
