"""Where threads are named: on the pages of what they lead through."""

from portal.proposals.actions import publishing
from portal.reports.models import Phenomenon, PhenomenonText
from portal.search.queries import related
from portal.threads import things
from portal.threads.actions import linking
from portal.threads.actions import threads as actions
from portal.threads.things import End
from tests.agreement.things import make_card
from tests.factories import make_practice, make_proposal, make_service, make_workshop
from tests.threads.things import answered, end, led, make_thread, version_of


def test_joint_of_a_thread_shows_on_the_things_pages(client):
    proposal, practice = make_proposal(make_workshop()), make_practice()
    service = make_service("Guidance", slug="guidance")
    make_thread(proposal, title="Told once", slug="told-once")

    led(proposal, practice, version_of(service, summary="New"))

    link = 'href="/en/threads/told-once"'
    assert link in client.get(f"/en/practices/{practice.slug}").text
    assert link in client.get("/en/services/guidance").text
    assert link in client.get(f"/en/proposals/{proposal.id}").text
    linking.part(end(proposal), end(practice))
    assert link not in client.get(f"/en/practices/{practice.slug}").text
    assert link not in client.get("/en/services/guidance").text


def test_thread_is_named_on_phenomena_workshops_and_definition_cards(client):
    workshop, card = make_workshop(), make_card("Guidance")
    phenomenon = Phenomenon.create(slug="again", public=True)
    PhenomenonText.create(phenomenon=phenomenon, language="en", title="Again")
    start = End(things.PHENOMENON, phenomenon.id)
    pages = [
        "/en/phenomena/again",
        f"/en/workshops/{workshop.slug}",
        f"/en/definition-cards/{card.slug}",
    ]
    before = [client.get(page).text for page in pages]

    linking.join(start, end(workshop))
    linking.join(end(workshop), End(things.DEFINITION, card.id))
    thread = actions.create(start, "Told once", "en", slug="told-once")
    actions.set_public(thread.id, wanted=True)

    link = 'href="/en/threads/told-once"'
    assert not any(link in text for text in before)
    assert [link in client.get(page).text for page in pages] == [True, True, True]
    actions.set_public(thread.id, wanted=False)
    assert not any(link in client.get(page).text for page in pages)


def test_thread_is_named_no_more_when_what_it_starts_from_is_hidden_with_another():
    proposal, practice = make_proposal(make_workshop()), make_practice()
    answer = answered(proposal)
    led(answer, practice)
    make_thread(answer, title="Told once")
    before = related("practice", practice.id, ["thread"], "en")["thread"]

    publishing.hide(proposal.id)

    assert [one.title for one in before] == ["Told once"]
    assert related("practice", practice.id, ["thread"], "en")["thread"] == []
