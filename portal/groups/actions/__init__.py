"""What is done with groups and open questions."""
