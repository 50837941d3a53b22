"""What lies in the box of an open poll, and the options it is about."""

from contextlib import nullcontext

from flask import Flask

from portal.ballots.models import Ballot, Poll, PollOption
from portal.ballots.sealing import Content, unseal


def ids(poll: Poll) -> list[int]:
    """Of the options, in their order."""
    found = PollOption.select().where(PollOption.poll == poll.id)
    return [option.id for option in found.order_by(PollOption.position)]


def box(poll: Poll, app: Flask | None = None) -> list[Content]:
    """Outside of a request the app is given."""
    with app.app_context() if app else nullcontext():
        return [
            unseal(ballot.sealed, f"{poll.id}:{ballot.name}")
            for ballot in Ballot.select().where(Ballot.poll == poll)
        ]


def told(poll: Poll, app: Flask | None = None) -> list[tuple[object, str, str]]:
    """The box without receipts: choice, voice and way."""
    found = box(poll, app)
    return [(content.choice, content.voice, content.way) for content in found]


def named(choice: object, options: list[int]) -> object:
    """A choice as it is stored, whose options are told by their place."""
    if isinstance(choice, dict):
        return {str(options[place]): said for place, said in choice.items()}
    return [
        named(part, options) if isinstance(part, list) else options[part]
        for part in choice
    ]
