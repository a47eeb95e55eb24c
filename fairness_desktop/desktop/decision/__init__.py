"""The cards of step 1: what is to be decided, of which kind, by whom, and how close to the person."""
