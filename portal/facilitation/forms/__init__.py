"""From what is sent to values: paper cards."""
