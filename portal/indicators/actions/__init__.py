"""Taking figures."""
