"""The forms of threads."""
