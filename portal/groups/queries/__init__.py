"""What is read of groups and open questions."""
