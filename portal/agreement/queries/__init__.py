"""What is agreed, what differs, and how the whole looks."""
