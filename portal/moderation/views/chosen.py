from portal.moderation.views.asked import numbers
from portal.web import request

MOST = 100


def chosen() -> list[int]:
    """The ids of the cases that were ticked, each once."""
    return numbers(request.form.getlist("pick_case")[:MOST])
