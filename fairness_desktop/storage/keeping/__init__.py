"""What is kept for good: every step of every assessment, and the sealed records."""
