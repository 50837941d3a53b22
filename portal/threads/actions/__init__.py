"""What is done with threads."""
