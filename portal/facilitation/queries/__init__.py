"""What those who run a workshop see."""
