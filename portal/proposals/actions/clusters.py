"""Putting proposals together under headings."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext as _
from peewee import Expression, fn

from portal.db import bump, database, now
from portal.errors import Refused
from portal.proposals import phases
from portal.proposals.models import Cluster, Proposal, State
from portal.workshops.models import Workshop
from portal.workshops.queries import changes_of

MOST_CLUSTERS = 60


class ClusterGone(Exception):  # noqa: N818  not a fault: two people group at once
    """Somebody else has deleted the cluster meanwhile."""


def make_cluster(
    workshop: Workshop, title: str, *, language: str, proposals: Iterable[int] = ()
) -> Cluster:
    """A new cluster after the others, with these proposals in it. One with the same
    title is the one that is there."""
    with database.atomic():
        _begin(workshop.id)
        here = _standing(workshop.id)
        same = here & (Cluster.title == title) & (Cluster.language == language)
        cluster = Cluster.get_or_none(same)
        if cluster is None:
            _need_room(workshop.id)
            last = Cluster.select(fn.MAX(Cluster.position)).where(here).scalar()
            cluster = Cluster.create(
                workshop=workshop.id,
                title=title,
                language=language,
                position=0 if last is None else last + 1,
            )
        _put(workshop.id, proposals, cluster.id)
    return cluster


def rename_cluster(cluster: Cluster, title: str, *, language: str) -> None:
    with database.atomic():
        _begin(cluster.workshop)
        _held(cluster.workshop, cluster.id)
        Cluster.update(title=title, language=language).where(
            Cluster.id == cluster.id
        ).execute()


def place_cluster(cluster: Cluster, place: int) -> None:
    """Let a cluster be the one in this place, counted from 0, and the others keep
    their order."""
    with database.atomic():
        _begin(cluster.workshop)
        _held(cluster.workshop, cluster.id)
        here = _standing(cluster.workshop)
        rows = list(Cluster.select().where(here).order_by(Cluster.position, Cluster.id))
        order = [row.id for row in rows if row.id != cluster.id]
        order.insert(place, cluster.id)
        for row in rows:
            if row.position != (position := order.index(row.id)):
                Cluster.update(position=position).where(Cluster.id == row.id).execute()


def delete_cluster(cluster: Cluster) -> None:
    """Its proposals stay on the board, under no heading, and remember it. Asking twice
    changes nothing."""
    with database.atomic():
        _begin(cluster.workshop)
        this = (Cluster.id == cluster.id) & Cluster.deleted_at.is_null()
        Cluster.update(deleted_at=now()).where(this).execute()
        Proposal.update(cluster=None, stood_in=cluster.id).where(
            Proposal.cluster == cluster.id
        ).execute()


def restore_cluster(cluster: Cluster) -> None:
    """Bring a deleted one back with the proposals that nobody has put elsewhere since.
    Asking twice changes nothing."""
    with database.atomic():
        _begin(cluster.workshop)
        if Cluster.get_by_id(cluster.id).deleted_at is None:
            return
        _need_room(cluster.workshop)
        Cluster.update(deleted_at=None).where(Cluster.id == cluster.id).execute()
        Proposal.update(cluster=cluster.id, stood_in=None).where(
            Proposal.stood_in == cluster.id
        ).execute()


def put_in_cluster(
    workshop: Workshop, proposals: Sequence[int], cluster_id: int | None
) -> int:
    """Put these proposals of the workshop into a cluster, or into none; how many they
    are. Raises ClusterGone where there is no such cluster."""
    with database.atomic():
        _begin(workshop.id)
        if cluster_id is not None:
            _held(workshop.id, cluster_id)
        return _put(workshop.id, proposals, cluster_id)


def _begin(workshop_id: int) -> None:
    bump(changes_of(workshop_id))
    phases.need_grouping(Workshop.get_by_id(workshop_id))


def _standing(workshop_id: int) -> Expression:
    return (Cluster.workshop == workshop_id) & Cluster.deleted_at.is_null()


def _held(workshop_id: int, cluster_id: int) -> None:
    if Cluster.get_or_none(_standing(workshop_id), Cluster.id == cluster_id) is None:
        raise ClusterGone


def _need_room(workshop_id: int) -> None:
    if Cluster.select().where(_standing(workshop_id)).count() >= MOST_CLUSTERS:
        raise Refused(_("There is room for 60 clusters. Put some together."))


def _put(workshop_id: int, proposals: Iterable[int], cluster_id: int | None) -> int:
    return int(
        Proposal.update(cluster=cluster_id, stood_in=None)
        .where(
            Proposal.workshop == workshop_id,
            Proposal.id.in_(list(proposals)),
            Proposal.state == State.PUBLISHED,
        )
        .execute()
    )
