"""Somebody at a browser. Things are found by name, role and structure, so that a
test reads the same in every language."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Request, Response

PATIENCE = 10_000
HEIGHT = 900
# Chromium writes of every refusal; faults are told by `answered` below.
REFUSAL = "Failed to load resource: the server responded with a status of 4"
BAD_REQUEST, FAULT = 400, 500

Keys = dict[str, list[dict[str, object]]]


class Person:
    """One browser context with one page; keeps a list of what went wrong in it."""

    def __init__(
        self,
        browser: Browser,
        home: str,
        language: str,
        keys: Keys,
        *,
        javascript: bool = True,
        width: int = 390,
        **settings: object,
    ) -> None:
        self.home = home
        self.language = language
        self.keys = keys
        self.javascript = javascript
        self.faults: list[str] = []
        self.context = browser.new_context(
            java_script_enabled=javascript,
            viewport={"width": width, "height": HEIGHT},
            reduced_motion="reduce",
            **settings,
        )
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.page.on("console", self.said)
        self.page.on("pageerror", lambda error: self.faults.append(f"{error}"))
        self.page.on("request", self.asked)
        self.page.on("response", self.answered)

    def leave(self) -> None:
        self.context.close()

    def said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and REFUSAL not in message.text:
            self.faults.append(f"{self.page.url} console: {message.text}")

    def asked(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.home).netloc:
            self.faults.append(f"{self.page.url} asked {request.url}")

    def answered(self, response: Response) -> None:
        of_page = response.request.resource_type in {"document", "fetch"}
        if response.status >= (FAULT if of_page else BAD_REQUEST):
            self.faults.append(f"{response.status} from {response.url}")

    def go(self, path: str) -> "Person":
        """Open a page of the portal in one's own language."""
        self.page.goto(f"{self.home}/{self.language}/{path}")
        return self

    def find(self, selector: str, has_text: str | None = None) -> Locator:
        return self.page.locator(selector, has_text=has_text)

    @property
    def here(self) -> str:
        """The address of the page, without the language and the query."""
        path = urlsplit(self.page.url).path
        return path.removeprefix(f"/{self.language}").strip("/")

    @property
    def heading(self) -> str:
        return self.find("h1").inner_text()

    def form(self, action: str) -> Locator:
        """The form that is sent to this address."""
        return self.find(f"form[action='/{self.language}/{action}']")

    def sign_in(self, email: str) -> "Person":
        """As one of the people of the demo; from the second time on with the cookie
        of the first."""
        if email not in self.keys:
            self.sign_in_anew(email)
            self.keys[email] = self.context.cookies()
        self.context.add_cookies(self.keys[email])
        return self

    def sign_in_anew(self, email: str) -> "Person":
        """By the button on the demo's sign-in page, which leads home."""
        self.go("sign-in")
        self.find(f"form:has(input[name=email][value='{email}']) button").click()
        self.page.wait_for_url(f"{self.home}/{self.language}/")
        return self

    def join(self, code: str, voice: str, nickname: str = "") -> "Person":
        """Take part by code, and go on to the board."""
        self.go("join")
        self.find("main input[name=code]").fill(code)
        self.find("main form button").click()
        self.find(f"input[name=voice][value={voice}]").check()
        self.find("input[name=nickname]").fill(nickname)
        self.find("main form button").click()
        self.find("main .panel .big").wait_for()
        self.find("main a.button").click()
        self.find("#writing form").wait_for()
        return self

    def come_back(self, recovery: str) -> "Person":
        """Take one's seat again, on another device."""
        self.go("return").find("main [name=recovery]").fill(recovery)
        self.find("main form button").click()
        self.find("#writing").wait_for()
        return self

    def propose(self, suggestion: str, problem: str = "") -> "Person":
        """Write a proposal on the board one is on."""
        form = self.find("#writing form")
        form.locator("[name=suggestion]").fill(suggestion)
        form.locator("[name=problem]").fill(problem)
        self.find("#send").click()
        self.find("#writing [role=status]").wait_for()
        return self
