"""What is read of them."""
