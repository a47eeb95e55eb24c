"""Days to come, as a calendar takes them in."""
