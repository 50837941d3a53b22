"""The whole directory at once, on pages and in files."""

from portal.agreement import actions
from portal.agreement.models import RolloutState
from portal.db import today
from portal.vocabulary.queries import vocabulary
from tests.agreement.reading import lines, text_of
from tests.agreement.things import (
    make_card,
)
from tests.factories import make_service
from tests.soup import page


def test_coverage_says_its_gaps_in_words(client):
    make_service(tags="need:money area:county language:sv")
    make_service(tags="need:housing area:county language:fi")

    soup = page(client, "/en/coverage?language=sv")

    gaps = [item.text for item in soup.select("main .prose li")]
    assert len(gaps) == len(vocabulary().of("need")) - 1
    assert gaps[1].startswith("Nobody offers “Housing” in Kaarnaranta, ")
    assert gaps[1].endswith(" in Swedish.")
    chosen = soup.select(".chips [aria-current]")
    assert [chip.text.split(" (")[0] for chip in chosen] == ["Swedish", "All"]
    chat = next(c for c in soup.select(".chips a") if c.text.startswith("Chat"))
    assert chat["href"] == "/en/coverage?language=sv&channel=chat"
    (link,) = soup.select("main a[href*='.csv']")
    rows = lines(client, link["href"])
    assert ["Housing", "Harju", "Swedish", "All", "0", "Gap"] in rows
    assert ["Money", "Harju", "Swedish", "All", "1", ""] in rows


def test_balance_draws_what_it_tells(client):
    make_service(tags="area:harju focus:early")
    make_service(tags="area:harju focus:corrective")

    soup = page(client, "/en/balance")
    rows = lines(client, "/en/balance.csv")

    row = next(row for row in soup.select("tbody tr") if row.th.text == "Harju")
    assert [cell.text for cell in row.select("td")[:5]] == [
        "0 (0 %)",
        "1 (50 %)",
        "1 (50 %)",
        "0",
        "2",
    ]
    widths = [rect["width"] for rect in row.select("svg rect")]
    assert widths == ["100%", "0.0%", "50.0%", "50.0%"]
    assert (
        row.svg["aria-label"] == "Preventive 0 %, Early support 50 %, Corrective 50 %"
    )
    assert ["Harju", "2", "0", "1", "1", "0", "50", "50", "0"] in rows


def test_rollouts_show_what_is_known_and_what_is_not(client):
    card = make_card("Guidance", responsible_worker=True)
    harju = vocabulary().of("area")["harju"]
    actions.set_rollout(card, harju, RolloutState.IN_USE, today(), {"fi": "Hyvä"})

    soup = page(client, "/en/rollouts")
    rows = lines(client, "/en/rollouts.csv")

    cells = {row.th.text: text_of(row.td) for row in soup.select("tbody tr")}
    assert cells["Harju"].startswith("In use since ")
    assert cells["Harju"].endswith("Hyvä Only in Finnish")
    assert cells["Niemi"] == "Not known"
    assert soup.select("main form") == []
    assert ["Harju", "Guidance", "In use", today().isoformat(), "Hyvä"] in rows
    assert ["Niemi", "Guidance", "Not known", "", ""] in rows
