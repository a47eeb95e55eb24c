"""What others hand over, shown before it comes in."""
