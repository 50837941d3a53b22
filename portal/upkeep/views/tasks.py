"""The task list of those who keep the directory."""

from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.notices.bell import seen
from portal.permissions import Permission, access, demand
from portal.upkeep.other_tasks import other_tasks
from portal.upkeep.queries import tasks as queries
from portal.upkeep.queries.filters import narrowing
from portal.upkeep.queries.scope import organisations_of
from portal.upkeep.telling import TASKS
from portal.upkeep.views import bp
from portal.web import render, request


@bp.get("/upkeep")
@access(Permission.UPKEEP_WORK)
def tasks() -> ResponseReturnValue:
    demand(Permission.UPKEEP_WORK)
    seen(TASKS, current_user.id)
    mine = organisations_of(current_user)
    chosen = narrowing(
        request.args.get("team", ""),
        request.args.get("organisation", ""),
        mine,
        language(),
    )
    return render(
        "upkeep/tasks.html",
        tasks=queries.tasks(language(), mine, chosen.team, chosen.organisation),
        narrowing=chosen,
        most=queries.MOST_SHOWN,
        others=other_tasks(),
    )
