"""The background papers of a decision, in the window."""
