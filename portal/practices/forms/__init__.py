"""What is sent of practices."""
