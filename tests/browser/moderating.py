"""What moderators do at their desks, each as one step of a story."""

from playwright.sync_api import Locator, expect

from tests.browser.people import Person


class Desk:
    """A moderator with the queue of one workshop before them."""

    def __init__(self, moderator: Person, title: str) -> None:
        self.moderator = moderator
        self.find = moderator.find
        choice = moderator.go("moderation").find("#filter-workshop option")
        number = choice.filter(has_text=title).get_attribute("value")
        self.address = f"moderation?workshop={number}"

    def look(self) -> "Desk":
        self.moderator.go(self.address)
        return self

    def row(self, text: str) -> Locator:
        """What stands of a thing in the list; a folded one goes by its number."""
        link = self.find("[data-case]", has_text=text)
        return self.find(".queue > li").filter(has=link)

    def open(self, text: str) -> "Desk":
        self.look().row(text).locator("[data-case]").click()
        expect(self.find("#open-heading")).to_contain_text(text)
        return self

    def open_page(self, text: str) -> "Desk":
        """The page of the case, where everything can be decided."""
        self.open(text).find("#open a.more").click()
        self.find("#thing").wait_for()
        return self

    @property
    def decisions(self) -> Locator:
        """The buttons of what can be decided of what is open."""
        return self.find("#open button[name=decision]")

    def decide(self, decision: str, reason: str = "", note: str = "") -> "Desk":
        """Of the case whose page this is."""
        form = self.find("form.panel:has(#decision)")
        if reason:
            form.locator(f"[name=reason][value={reason}]").check()
        form.locator("[name=note]").fill(note)
        form.locator(f"button[value={decision}]").click()
        self.find("#queue #done").wait_for()
        return self

    def press(self, key: str) -> "Desk":
        self.moderator.page.keyboard.press(key)
        return self

    def ask(self, question: str) -> None:
        """A second opinion on the case whose page this is."""
        form = self.find("form[action$='/second-opinion']")
        self.find("details:has(form[action$='/second-opinion']) summary").click()
        form.locator("[name=question]").fill(question)
        form.locator("button").click()
        self.find("#queue #done").wait_for()

    def block(self, reason: str) -> None:
        """The author of the case whose page this is, for as long as is offered."""
        form = self.find("form[action$='/block']")
        self.find("details:has(form[action$='/block']) summary").click()
        form.locator(f"[name=pick_why][value={reason}]").check()
        form.locator("button[value='1']").click()
        self.find("form[action$='/block'] button[value='0']").wait_for()
