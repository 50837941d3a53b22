"""Run a command with a throw-away PostgreSQL server: `python -m tests.postgres CMD`.

The server is an ordinary user's own, listens on a free local port, keeps nothing
and ends with the command. TEST_DATABASE_URL tells the command where it is.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ORDINARY_USER = "postgres"
PATIENCE = 30


def program(name: str) -> str:
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    found = str(versions[0]) if versions else shutil.which(name)
    if found is None:
        sys.exit(f"{name} is missing: install the package postgresql.")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def as_ordinary_user() -> dict[str, object]:
    """PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return {}
    account = pwd.getpwnam(ORDINARY_USER)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def main(command: list[str]) -> int:
    who = as_ordinary_user()
    folder = Path(tempfile.mkdtemp(prefix="verstas-postgres-"))
    if who:
        os.chown(folder, who["user"], who["group"])
    quiet = {"stdout": subprocess.DEVNULL, "cwd": folder, **who}
    port = free_port()
    try:
        subprocess.run(
            [program("initdb"), "-D", folder / "data", "-U", "verstas",
             "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"],
            check=True, **quiet,
        )  # fmt: skip
        server = subprocess.Popen(
            [program("postgres"), "-D", folder / "data", "-p", str(port),
             "-c", "listen_addresses=127.0.0.1", "-k", folder, "-c", "fsync=off",
             "-c", "full_page_writes=off", "-c", "synchronous_commit=off"],
            stderr=subprocess.DEVNULL, **quiet,
        )  # fmt: skip
        try:
            wait_for(port)
            url = f"postgresql://verstas@127.0.0.1:{port}/postgres"
            return subprocess.call(
                command, env={**os.environ, "TEST_DATABASE_URL": url}
            )
        finally:
            server.terminate()
            server.wait(PATIENCE)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            time.sleep(0.3)
            return
    sys.exit("PostgreSQL did not start.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
