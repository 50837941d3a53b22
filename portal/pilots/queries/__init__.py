"""What is known of them."""
