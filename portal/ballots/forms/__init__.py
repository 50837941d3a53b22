"""Ballots and polls, from what a browser sends to values and errors."""

from portal.ballots.forms.marks import Marks

__all__ = ["Marks"]
