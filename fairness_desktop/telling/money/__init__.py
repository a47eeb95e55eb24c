"""Money in words: flows, mechanisms, offers, and what is got for it."""
