"""What is done with them."""
