"""The command `flask jobs`."""

import logging
import os
import signal
import subprocess
import sys
import time
from threading import Thread

import click
from flask import current_app
from flask.cli import with_appcontext

LOOK_SECONDS = 1


@click.command()
@click.option(
    "--beside", type=int, metavar="PID", help="End when this process has ended."
)
@with_appcontext
def jobs(beside: int | None) -> None:
    """Do what is to be done every minute and every day, until it is stopped.

    Any number of these may run at once, on any machine: each job is done once.
    """
    from portal.jobs.queue import consumer

    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.WARNING)
    if beside:
        Thread(target=end_with, args=[beside], daemon=True).start()
    consumer(current_app._get_current_object()).run()  # type: ignore[attr-defined]  # noqa: SLF001


def end_with(parent: int) -> None:
    """Stop this process when its parent is gone."""
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)


def start_beside() -> None:
    """Run the jobs in a process of their own, which ends when this one does. It is no
    part of our group: a key pressed in the terminal lets it finish what it is at."""
    subprocess.Popen(  # noqa: S603  our own command, with our own settings
        [sys.executable, "-m", "flask", "jobs", f"--beside={os.getpid()}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
