"""How it was decided: votes and dissent by name, what is to be done, and what was felt before anything was known."""
