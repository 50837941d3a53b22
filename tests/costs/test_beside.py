"""A cost study and the practices beside it, each on the page of the other."""

from bs4 import BeautifulSoup

from portal.costs.actions.linking import set_link
from tests.costs.things import make_study
from tests.factories import make_practice

ADDRESS = "/en/cost-studies/debts"


def test_practice_stands_beside_the_sums(client, study):
    practice = make_practice("One desk")
    set_link(study.id, "practice", practice.id, wanted=True)

    page = client.get(ADDRESS)

    links = BeautifulSoup(page.text, "html.parser").select("[aria-labelledby=beside] a")
    assert [a["href"] for a in links] == [
        f"/en/practices/{practice.slug}",
        f"/en/practices/{practice.slug}/experiences",
    ]


def test_practice_tells_of_the_published_studies_beside_it(client, study):
    practice = make_practice("One desk")
    address = f"/en/practices/{practice.slug}"
    before = client.get(address).text
    for one in (study, make_study("Rent")):
        set_link(one.id, "practice", practice.id, wanted=True)

    page = client.get(address).text

    assert (ADDRESS in before, ADDRESS in page, "Rent" in page) == (False, True, False)
