"""Making mail of notices: one for each reader, in their language, by thing."""

import logging
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from flask import current_app, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.addresses import whole
from portal.db import now
from portal.i18n import LANGUAGES
from portal.notices import stopping, subjects
from portal.notices.actions.mailing import Digest, Letter, pass_over, put_digests
from portal.notices.events import Told, told
from portal.notices.letters import in_the_language, signature
from portal.notices.models import Notice, Topic
from portal.notices.queries.inbox import Alike, sentence
from portal.notices.queries.waiting import Reader, Waiting, due
from portal.notices.turns import turn

log = logging.getLogger(__name__)

MOST_THINGS = 20


@dataclass(frozen=True)
class Thing:
    """One thing and what is told of it, each sentence with the address it leads to."""

    title: str
    language: str
    sentences: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Links:
    """Whole addresses under the letter. `topic` is what all of it is about, if it is
    one thing only."""

    inbox: str
    wishes: str
    stop: str
    topic: Topic | None
    stop_topic: str


def gather(moment: datetime | None = None) -> int:
    """Put mail of what waits and is due into the outbox. Returns how many mails. Some
    hundreds at once, each time by the same number of statements."""
    this = turn(moment or now())
    pass_over(this)
    made, after = 0, ""
    while batch := due(this, after):
        made += put_digests(composed_safely(batch), this)
        after = batch[-1].notices[0].recipient
    return made


def composed_safely(batch: Sequence[Waiting]) -> list[Digest]:
    """Where something can't be told, whom it concerns waits, and nobody else."""
    try:
        return composed(batch)
    except Exception:
        if len(batch) == 1:
            log.exception("Mail of notices could not be made")
            return []
    return [made for one in batch for made in composed_safely([one])]


def composed(batch: Sequence[Waiting]) -> list[Digest]:
    by_language: dict[str, list[Waiting]] = defaultdict(list)
    fallback, *_rest = LANGUAGES
    for waiting in batch:
        spoken = waiting.reader.language
        by_language[spoken if spoken in LANGUAGES else fallback].append(waiting)
    digests = []
    for language, readers in by_language.items():
        with in_the_language(language):
            newest = [alike(one.notices) for one in readers]
            says = told([like.newest for likes in newest for like in likes])
            digests += [
                Digest(one, letter(one.reader, likes, says, language))
                for one, likes in zip(readers, newest, strict=True)
            ]
    return digests


def alike(notices: Sequence[Notice]) -> list[Alike]:
    """The newest of each event on each thing, newest first, and how many there are."""
    found: dict[object, list[Notice]] = defaultdict(list)
    for notice in reversed(notices):
        found[notice.kind, notice.item_id, notice.topic, notice.event].append(notice)
    return [Alike(same[0], len(same)) for same in found.values()]


def letter(
    reader: Reader, likes: Sequence[Alike], says: dict[int, Told], language: str
) -> Letter | None:
    """The mail in both its shapes; None where nothing is left to tell."""
    left = [like for like in likes if like.newest.id in says]
    if not left:
        return None
    counts = Counter[Topic]()
    for like in left:
        counts[like.newest.topic] += like.count
    own = {like.newest.id: says[like.newest.id] for like in left}
    sensitive = any(say.sensitive for say in own.values())
    things = by_thing(left, own)
    subject = subjects.plain() if sensitive else subjects.subject(counts)
    links = links_for(reader, counts)
    return Letter(
        subject,
        drawn("txt", subject, things, links, language) + "\n",
        drawn("html", subject, things, links, language),
        links.stop,
    )


def by_thing(likes: Sequence[Alike], says: dict[int, Told]) -> list[Thing]:
    """Others may read the mail: what is sensitive is read in the portal only."""
    things: dict[object, Thing] = {}
    for like in likes:
        notice, say = like.newest, says[like.newest.id]
        if say.sensitive:
            told = _("There is a notice for you in the portal. Sign in to read it.")
            thing = things.setdefault("sensitive", Thing("", ""))
            thing.sentences[told] = url_for("notices.inbox")
        else:
            key = notice.kind, notice.item_id
            thing = things.setdefault(key, Thing(say.title, say.language))
            thing.sentences[sentence(like, say)] = say.url
    return list(things.values())


def links_for(reader: Reader, counts: Counter[Topic]) -> Links:
    only = next(iter(counts)) if len(counts) == 1 else None
    made = reader.id, reader.created_at

    def stop(topic: Topic | None) -> str:
        token = stopping.signed(*made, topic)
        return whole(url_for("notices.stop", stop_token=token))

    return Links(
        inbox=whole(url_for("notices.inbox")),
        wishes=whole(url_for("notices.wishes")),
        stop=stop(None),
        topic=only,
        stop_topic=stop(only) if only else "",
    )


def drawn(
    shape: str, subject: str, things: Sequence[Thing], links: Links, language: str
) -> str:
    """Drawn by itself, without what a page is given: nobody looks at this one."""
    template = current_app.jinja_env.get_template(f"notices/mail/digest.{shape}")
    return template.render(
        subject=subject,
        things=things[:MOST_THINGS],
        more=more(len(things) - MOST_THINGS),
        links=links,
        language=language,
        whole=whole,
        signature=signature(language),
    )


def more(things: int) -> str:
    if things < 1:
        return ""
    return ngettext(
        "There is news of one more thing in the portal.",
        "There is news of %(num)s more things in the portal.",
        things,
    )
