"""What of a decision is still to come."""
