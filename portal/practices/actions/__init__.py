"""What is done with practices, each file one thing."""
