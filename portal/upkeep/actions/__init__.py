"""What editors do."""
