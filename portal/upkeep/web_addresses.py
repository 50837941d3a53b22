"""Trying an address of the web, without being led to where the public can't go."""

import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
    UnknownHandler,
)

PATIENCE = 5
LONGEST_PROBLEM = 200
AGENT = "Verstas-links/1.0 (checks that links of a public service directory work)"
# They answer, though not to us: people may well get in.
ANSWERS = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_ACCEPTABLE,
    HTTPStatus.TOO_MANY_REQUESTS,
}
# Addresses of the sixth version behind which one of the fourth may hide.
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
MayReach = Callable[[str], bool]


class NotPublicError(OSError):
    """The name leads to a machine that the public can't reach."""


@dataclass(frozen=True)
class Answer:
    """The status of HTTP, or 0 and what went wrong."""

    status: int
    problem: str = ""

    @property
    def works(self) -> bool:
        return 0 < self.status < HTTPStatus.BAD_REQUEST or self.status in ANSWERS


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public internet."""
    number = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(number, ipaddress.IPv6Address):
        if number.sixtofour or number.teredo or number in TRANSLATED:
            return False
        number = number.ipv4_mapped or number
    return number.is_global and not number.is_multicast


def tried(url: str, may_reach: MayReach = is_public) -> Answer:
    """How an address answers: asked for its head, and if that fails, for itself."""
    answer = asked(url, "HEAD", may_reach)
    return answer if answer.works or not answer.status else asked(url, "GET", may_reach)


def asked(url: str, method: str, may_reach: MayReach) -> Answer:
    try:
        request = Request(url, method=method, headers={"User-Agent": AGENT})  # noqa: S310  only http and https can be opened
        with opener(may_reach).open(request, timeout=PATIENCE) as response:
            return Answer(int(response.status))
    except HTTPError as error:
        error.close()
        return Answer(error.code)
    except URLError as error:
        return Answer(0, str(error.reason)[:LONGEST_PROBLEM])
    except (OSError, HTTPException, ValueError) as error:
        return Answer(0, (str(error) or type(error).__name__)[:LONGEST_PROBLEM])


def opener(may_reach: MayReach) -> OpenerDirector:
    """Opens http and https alone. Each connection, also after a redirect, goes to the
    very address that was looked at; proxies are not used."""

    def connect(address: tuple[str, int], *more: Any) -> socket.socket:
        host, port = address
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        numbers = [str(entry[4][0]) for entry in found]
        if not numbers or not all(may_reach(number) for number in numbers):
            raise NotPublicError(f"{host} is not on the public web")
        return socket.create_connection((numbers[0], port), *more)

    class Plain(HTTPConnection):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._create_connection = connect

    class Encrypted(HTTPSConnection):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._create_connection = connect

    class OpenPlain(HTTPHandler):
        def http_open(self, req: Request) -> Any:
            return self.do_open(Plain, req)

    class OpenEncrypted(HTTPSHandler):
        def https_open(self, req: Request) -> Any:
            context = ssl.create_default_context()
            return self.do_open(Encrypted, req, context=context)

    director = OpenerDirector()
    for handler in (
        OpenPlain(),
        OpenEncrypted(),
        HTTPRedirectHandler(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
        UnknownHandler(),
    ):
        director.add_handler(handler)
    return director
