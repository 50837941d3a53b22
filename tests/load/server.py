"""The portal's own server in processes of its own, which can be killed."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path

from portal import ROOT
from tests.postgres import free_port

PATIENCE = 60
TICKS = os.sysconf("SC_CLK_TCK")
GROUP, FIRST_TIME, LAST_TIME = 2, 11, 13


class Server:
    """`flask serve` with two workers, and all that it starts: one process group."""

    def __init__(self, environ: dict[str, str], log: Path, workers: int = 2) -> None:
        self.port = free_port()
        self.environ = {
            **os.environ,
            **environ,
            "PORT": str(self.port),
            "WORKERS": str(workers),
            "JOBS": "0",
        }
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None
        self.used_before = 0.0

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "flask", "serve"],
                cwd=ROOT,
                env=self.environ,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                sys.exit(f"The server did not start:\n{self.log.read_text()}")
            time.sleep(0.05)

    def answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            connection.getresponse().read()
        except OSError:
            return False
        finally:
            connection.close()
        return True

    def kill(self) -> None:
        """As a power cut ends it: kill -9, every process of it at once."""
        self.end(signal.SIGKILL)

    def stop(self) -> None:
        self.end(signal.SIGTERM)

    def end(self, by: signal.Signals) -> None:
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, by)
        try:
            self.process.wait(PATIENCE)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process = None

    def cpu_seconds(self) -> float:
        """What the server's processes have used since they were started."""
        assert self.process is not None
        used = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                if int(fields[GROUP]) == self.process.pid:
                    used += sum(map(int, fields[FIRST_TIME:LAST_TIME]))
        return used / TICKS
