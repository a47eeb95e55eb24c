"""What the law asks of a decision: rules as data, and what is seen when they are held against it."""
