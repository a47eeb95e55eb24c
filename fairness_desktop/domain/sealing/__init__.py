"""Who can sign a record, how far a signature vouches, and what can be said of a record handed in."""
