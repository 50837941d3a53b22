"""Services to take along: on paper, and as a text message."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from flask import Response, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from portal.addresses import qr, whole
from portal.directory.messages import message
from portal.directory.queries import finding
from portal.directory.queries.finding import Wish
from portal.directory.queries.named import Named, named
from portal.directory.queries.slips import Taken, taken
from portal.directory.views import bp
from portal.i18n import LANGUAGES, language, speaking
from portal.permissions import PUBLIC, access
from portal.search.queries import LONGEST_QUESTION
from portal.text import tidy
from portal.web import render, request

MOST_SERVICES = 8
MOST_RESULTS = 8
SIZES = ("a5", "a6")
BETWEEN = "\n\n"


@dataclass(frozen=True)
class Asked:
    """What the address asks for. `too_many` services were left out."""

    slugs: list[str]
    too_many: int
    to: str
    size: str
    question: str

    def address(self, slugs: Iterable[str], **more: Any) -> str:
        """The slip of these services instead, else as it is."""
        default = self.size == SIZES[0], self.to == language()
        return url_for(
            "directory.slip",
            service=list(slugs),
            size=None if default[0] else self.size,
            to=None if default[1] else self.to,
            **more,
        )


@bp.get("/slip")
@access(PUBLIC)
def slip() -> ResponseReturnValue:
    asked = read()
    with speaking(asked.to):
        found = taken(asked.slugs, asked.to)
        addresses = {one.service.slug: card_url(one.service.slug) for one in found}
        messages = [message(one, addresses[one.service.slug]) for one in found]
        paper = render_template(
            "directory/slip/paper.html",
            found=found,
            addresses=addresses,
            codes={slug: qr(url) for slug, url in addresses.items()},
        )
    text = BETWEEN.join(messages)
    if request.args.get("as") == "text" and found:
        response = make_response(text + "\n")
        response.mimetype = "text/plain"
        return unseen(found, response)
    known = [one.service.slug for one in found]
    page = render(
        "directory/slip.html",
        asked=asked,
        found=found,
        known=known,
        unknown=[slug for slug in asked.slugs if slug not in known],
        paper=Markup(paper),  # noqa: S704  our own template
        text=text,
        sms=f"sms:?body={quote(text)}",
        results=results(asked) if asked.question else [],
        full=len(known) >= MOST_SERVICES,
        sensitive=any(one.service.sensitive for one in found),
    )
    return unseen(found, make_response(page))


def read() -> Asked:
    slugs = list(dict.fromkeys(filter(None, request.args.getlist("service"))))
    to, size = request.args.get("to", ""), request.args.get("size", "")
    question = " ".join(tidy(request.args.get("q")).split())
    return Asked(
        slugs[:MOST_SERVICES],
        len(slugs[MOST_SERVICES:]),
        to if to in LANGUAGES else language(),
        size if size in SIZES else SIZES[0],
        question[:LONGEST_QUESTION],
    )


def results(asked: Asked) -> list[Named]:
    """Services that could be added, best first."""
    groups = finding.find(Wish(asked.question), language()).groups
    ids = [service_id for group in groups for service_id in group][:MOST_RESULTS]
    names = named(ids, language())
    found = [names[service_id] for service_id in ids if service_id in names]
    return [one for one in found if one.slug not in asked.slugs]


def card_url(slug: str) -> str:
    return whole(url_for("directory.service", slug=slug))


def unseen(found: list[Taken], response: Response) -> Response:
    """Kept nowhere if one of the services is one that nobody is to know of."""
    if any(one.service.sensitive for one in found):
        response.headers["Cache-Control"] = "no-store"
    return response
