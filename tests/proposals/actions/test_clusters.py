import pytest

from portal.db import version
from portal.errors import Refused
from portal.facilitation.queries import exported
from portal.proposals import actions
from portal.proposals.models import Cluster, Proposal, State
from portal.proposals.queries.boards import grouped, slips
from portal.proposals.queries.clusters import heaps
from portal.proposals.queries.pages import Wanted, facts
from portal.workshops.models import Phase
from portal.workshops.queries import changes_of
from tests.factories import make_proposal, make_workshop


def clusters_of(workshop, *titles):
    return [actions.make_cluster(workshop, name, language="en") for name in titles]


def titles(workshop):
    return [heap.cluster.title for heap in heaps(workshop.id) if heap.cluster]


def board(workshop):
    """Each heading of the board with the proposals under it."""
    return [
        (group.heading, [slip.suggestion for slip in group.slips])
        for group in grouped(slips(workshop.id))
    ]


def test_proposals_stand_under_their_headings_and_the_rest_comes_last(app):
    workshop = make_workshop()
    for name, supports in (("Loose", 3), ("Late bus", 0), ("Bus", 1), ("Door", 0)):
        make_proposal(workshop, name, supports=supports)
    ids = {row.suggestion: row.id for row in Proposal.select()}
    buses, doors, _empty = clusters_of(workshop, "Buses", "Doors", "Empty")

    actions.put_in_cluster(workshop, [ids["Bus"], ids["Late bus"]], buses.id)
    actions.put_in_cluster(workshop, [ids["Door"]], doors.id)

    assert board(workshop) == [
        ("Buses", ["Bus", "Late bus"]),
        ("Doors", ["Door"]),
        (None, ["Loose"]),
    ]


def test_same_cluster_asked_for_twice_is_one(app):
    workshop = make_workshop()

    first, second = clusters_of(workshop, "Doors", "Doors")

    assert first == second
    assert titles(workshop) == ["Doors"]


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, "CAB"), (1, "ACB"), (2, "ABC"), (99, "ABC")],
)
def test_cluster_takes_a_place_and_the_others_keep_their_order(app, place, expected):
    workshop = make_workshop()
    clusters = clusters_of(workshop, *"ABC")

    actions.place_cluster(clusters[2], place)
    actions.place_cluster(clusters[2], place)

    assert "".join(titles(workshop)) == expected


def test_deleting_a_cluster_loses_no_proposal(app):
    workshop = make_workshop()
    proposal = make_proposal(workshop, "Bus")
    (cluster,) = clusters_of(workshop, "Buses")
    actions.put_in_cluster(workshop, [proposal.id], cluster.id)

    actions.delete_cluster(cluster)
    actions.delete_cluster(cluster)

    assert board(workshop) == [(None, ["Bus"])]


def test_deleted_cluster_comes_back_with_what_is_still_in_no_other(app):
    workshop = make_workshop()
    names = ("Bus", "Tram", "Late")
    bus, tram, late = (make_proposal(workshop, name) for name in names)
    _first, wheels, rails = clusters_of(workshop, "First", "Wheels", "Rails")
    actions.put_in_cluster(workshop, [bus.id, tram.id, late.id], wheels.id)

    actions.delete_cluster(wheels)
    actions.put_in_cluster(workshop, [tram.id], rails.id)
    actions.put_in_cluster(workshop, [late.id], None)
    for _ in range(2):
        actions.restore_cluster(wheels)

    assert titles(workshop) == ["First", "Wheels", "Rails"]
    assert board(workshop) == [
        ("Wheels", ["Bus"]),
        ("Rails", ["Tram"]),
        (None, ["Late"]),
    ]


def test_deleted_cluster_is_nowhere_to_be_chosen(app):
    workshop = make_workshop()
    (cluster,) = clusters_of(workshop, "Doors")
    actions.delete_cluster(cluster)

    anew = actions.make_cluster(workshop, "Doors", language="en")

    assert anew.id != cluster.id
    assert [row.id for row in facts(workshop.id, Wanted()).clusters] == [anew.id]
    assert list(exported.clusters(workshop.id).tuples()) == [
        (anew.id, "Doors", "en", 0)
    ]


def test_no_more_clusters_come_back_than_there_is_room_for(app, monkeypatch):
    monkeypatch.setattr("portal.proposals.actions.clusters.MOST_CLUSTERS", 1)
    workshop = make_workshop()
    (cluster,) = clusters_of(workshop, "Doors")
    actions.delete_cluster(cluster)
    clusters_of(workshop, "Windows")

    with pytest.raises(Refused):
        actions.restore_cluster(cluster)

    assert titles(workshop) == ["Windows"]


def test_last_of_two_facilitators_wins_for_each_card(app):
    workshop = make_workshop()
    one, other = make_proposal(workshop, "One"), make_proposal(workshop, "Other")
    left, right = clusters_of(workshop, "Left", "Right")

    actions.put_in_cluster(workshop, [one.id, other.id], left.id)
    actions.put_in_cluster(workshop, [one.id], right.id)

    assert board(workshop) == [("Left", ["Other"]), ("Right", ["One"])]


def test_cluster_that_somebody_deleted_takes_nothing(app):
    workshop = make_workshop()
    proposal = make_proposal(workshop, "Bus")
    (cluster,) = clusters_of(workshop, "Buses")
    actions.delete_cluster(cluster)

    with pytest.raises(actions.ClusterGone):
        actions.put_in_cluster(workshop, [proposal.id], cluster.id)
    with pytest.raises(actions.ClusterGone):
        actions.rename_cluster(cluster, "Trains", language="en")

    assert board(workshop) == [(None, ["Bus"])]


def test_what_is_elsewhere_or_not_on_the_board_is_not_moved(app):
    workshop, elsewhere = make_workshop(), make_workshop()
    (cluster,) = clusters_of(workshop, "Here")
    waiting = make_proposal(workshop, state=State.WAITING)
    foreign = make_proposal(elsewhere, "Foreign")

    moved = actions.put_in_cluster(workshop, [waiting.id, foreign.id, 999], cluster.id)
    with pytest.raises(actions.ClusterGone):
        actions.put_in_cluster(elsewhere, [foreign.id], cluster.id)

    assert moved == 0
    assert Proposal.select().where(Proposal.cluster.is_null(False)).count() == 0


def test_every_change_is_news(app):
    workshop = make_workshop()
    proposal = make_proposal(workshop)
    seen = [version(changes_of(workshop.id))]

    (cluster,) = clusters_of(workshop, "Doors")
    seen.append(version(changes_of(workshop.id)))
    actions.put_in_cluster(workshop, [proposal.id], cluster.id)
    seen.append(version(changes_of(workshop.id)))
    actions.delete_cluster(cluster)
    seen.append(version(changes_of(workshop.id)))

    assert len(set(seen)) == 4


@pytest.mark.parametrize("phase", list(Phase))
def test_groups_stand_once_the_vote_begins(app, phase):
    workshop = make_workshop(phase)
    shut = phase in {Phase.VOTE, Phase.ANSWER}

    if shut:
        with pytest.raises(Refused):
            actions.make_cluster(workshop, "Doors", language="en")
    else:
        actions.make_cluster(workshop, "Doors", language="en")

    assert Cluster.select().count() == (0 if shut else 1)
