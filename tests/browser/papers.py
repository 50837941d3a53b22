"""A vote on paper: who takes a sheet, and what two clerks read from each."""

from playwright.sync_api import expect

from tests.browser.people import Person


def give_sheet(facilitator: Person, poll: int, nickname: str) -> None:
    """Note that the person with this nickname takes a sheet."""
    facilitator.go(f"polls/{poll}/paper").find("#q").fill(nickname)
    facilitator.find("form.search button").click()
    facilitator.page.wait_for_url("**?q=*")
    person = facilitator.find("#people li").filter(has_text=nickname)
    person.locator("button[name=elector]").click()
    person.locator(".badge").wait_for()


def print_sheets(facilitator: Person, poll: int, count: int) -> list[str]:
    """The codes of new sheets."""
    facilitator.go(f"polls/{poll}/paper").find("#count").fill(str(count))
    facilitator.find("form[action$='/sheets'] button").click()
    codes = facilitator.find(".deck .code")
    expect(codes).to_have_count(count)
    return codes.all_inner_texts()


def read_sheet(clerk: Person, poll: int, code: str, dots: dict[str, int]) -> None:
    """Enter what stands on a sheet by keyboard: its code, then its marks."""
    keyboard = clerk.page.keyboard
    if not clerk.page.url.endswith(f"/polls/{poll}/entries?done=once"):
        clerk.go(f"polls/{poll}/entries")
    clerk.find("#code:focus").wait_for()
    keyboard.type(code)
    keyboard.press("Enter")
    mark(clerk, dots)


def settle(clerk: Person, poll: int, code: str, dots: dict[str, int]) -> None:
    """Write over what two have read differently."""
    clerk.go(f"polls/{poll}/entries?code={code}")
    expect(clerk.find("table mark")).not_to_have_count(0)
    mark(clerk, dots)


def mark(clerk: Person, dots: dict[str, int]) -> None:
    """Fill the fields in their order on this sheet, from the first on, and send."""
    keyboard = clerk.page.keyboard
    fields = clerk.find("ol.entry li")
    fields.first.locator("input:focus").wait_for()
    for words in fields.locator("label").all_inner_texts():
        keyboard.press("ControlOrMeta+a")
        keyboard.type(str(dots.get(words, "")) or " ")
        keyboard.press("Tab")
    with clerk.page.expect_response(lambda answer: answer.request.method == "POST"):
        keyboard.press("Enter")
    clerk.find("ol.entry").or_(clerk.find("main [role=status]")).first.wait_for()
