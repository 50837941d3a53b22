"""Making polls, opening them, casting, closing."""
