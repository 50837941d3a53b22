"""Polls: secret ballots, how they are cast, closed, counted and shown."""
