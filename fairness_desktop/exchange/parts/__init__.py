"""Parts of the exchange form, each written and read in one place."""
