"""A small web on this machine, for trying links."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Site(BaseHTTPRequestHandler):
    """`/200`, `/404` … answer so; `/no-head` takes GET alone; `/to?URL` leads on."""

    def answer(self) -> None:
        self.server.asked[f"{self.command} {self.path}"] += 1
        path, _, target = self.path.partition("?")
        if path == "/to":
            self.send_response(302)
            self.send_header("Location", target)
        elif path == "/no-head":
            self.send_response(200 if self.command == "GET" else 501)
        else:
            self.send_response(int(path.strip("/")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815

    def log_message(self, *args) -> None:
        pass


@contextmanager
def small_web() -> Iterator[tuple[str, Counter[str]]]:
    """The address of a site, and what it was asked."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.asked = Counter()
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", server.asked
        server.shutdown()
        thread.join()
