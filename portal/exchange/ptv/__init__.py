"""PTV, the Finnish national service register."""
