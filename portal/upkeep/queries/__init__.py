"""What editors read."""
