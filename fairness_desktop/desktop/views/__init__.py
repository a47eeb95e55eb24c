"""The views around the walk: first choices, register, check a record."""
