"""A review in words and bars: what was promised beside what happened."""
