"""New and changed practices as a feed."""

from flask import Response, abort, current_app, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal import atom
from portal.addresses import whole
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.practices.models import CHANGES
from portal.practices.queries.recent import recent
from portal.practices.views import bp
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary
from portal.web import request

MOST = 50


@bp.get("/practices.atom")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def feed() -> ResponseReturnValue:
    theme = request.args.get("theme", "")
    words = vocabulary().of(Scheme.THEME)
    if theme and theme not in words:
        abort(404)
    only = {"theme": theme} if theme else {}
    title = _("New and changed practices")
    document = atom.Feed(
        name=f"practices/{language()}/{theme}".rstrip("/"),
        title=f"{title}: {words[theme].labels[language()]}" if theme else title,
        language=language(),
        address=whole(url_for("practices.practices", **only)),
        own=whole(url_for("practices.feed", **only)),
        author=current_app.config["SITE_NAME"],
        entries=[
            atom.Entry(
                name=f"practices/{row.id}/{language()}",
                title=row.name,
                summary=row.summary,
                language=row.language,
                address=whole(url_for("practices.practice", slug=row.slug)),
                published=row.published_at,
                updated=max(row.updated_at, row.published_at or row.updated_at),
            )
            for row in recent(language(), MOST, theme)
        ],
    )
    return Response(atom.written(document), mimetype=atom.MEDIA_TYPE)
