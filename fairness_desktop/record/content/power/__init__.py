"""The part of a record that says of what kind a decision is, by what power it is taken, and what the law asks of it."""
