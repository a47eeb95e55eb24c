"""Charts of money over the years."""
