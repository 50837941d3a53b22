"""What those who run a workshop do from its desk."""
