"""Screening: what must not become public is found before it does."""
