"""Charts painted by our own widgets, each with the same numbers in words."""
