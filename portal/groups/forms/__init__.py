"""What is sent of them."""
