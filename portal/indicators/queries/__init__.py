"""What is counted, and the figures as they were taken."""
