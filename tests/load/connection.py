"""HTTP as a browser speaks it, on a connection that stays open."""

import asyncio
import gzip
from dataclasses import dataclass
from urllib.parse import urlencode

import brotli

NO_BODY = {204, 304}
LONGEST_WAIT = 30


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        unpacked = {"br": brotli.decompress, "gzip": gzip.decompress}.get(
            self.headers.get("content-encoding", ""), bytes
        )
        return unpacked(self.body).decode()


class Connection:
    def __init__(self, port: int, cookie: str) -> None:
        self.port = port
        self.cookie = cookie
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def open(self) -> None:
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port)

    def close(self) -> None:
        if self.streams is not None:
            self.streams[1].close()
            self.streams = None

    async def get(self, path: str, **headers: str) -> Answer:
        return await self.send(f"GET {path} HTTP/1.1", headers, b"")

    async def post(self, path: str, form: list[tuple[str, object]]) -> Answer:
        body = urlencode(form).encode()
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(body)),
            "Sec-Fetch-Site": "same-origin",
        }
        return await self.send(f"POST {path} HTTP/1.1", headers, body)

    async def send(self, line: str, headers: dict[str, str], body: bytes) -> Answer:
        """Raises OSError when the server is gone, and TimeoutError while it is slow: it
        may have done what was asked, or do it later."""
        await self.open()
        assert self.streams is not None
        reader, writer = self.streams
        fields = {
            "Host": f"127.0.0.1:{self.port}",
            "Cookie": self.cookie,
            "Accept": "text/html",
            "Accept-Encoding": "gzip, br",
            **headers,
        }
        head = [line, *(f"{name}: {value}" for name, value in fields.items()), "", ""]
        try:
            writer.write("\r\n".join(head).encode() + body)
            return await asyncio.wait_for(answer(reader), LONGEST_WAIT)
        except asyncio.IncompleteReadError as error:
            self.close()
            raise ConnectionError from error
        except OSError:
            self.close()
            raise


async def answer(reader: asyncio.StreamReader) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    status = int(first.split()[1])
    headers = {
        name.lower(): value.strip()
        for name, _colon, value in (line.partition(":") for line in lines)
    }
    if status in NO_BODY:
        return Answer(status, headers, b"")
    if headers.get("transfer-encoding") == "chunked":
        return Answer(status, headers, await chunks(reader))
    length = int(headers.get("content-length", 0))
    return Answer(status, headers, await reader.readexactly(length))


async def chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int(await reader.readline(), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return body
