"""What is said of a decision in rows: votes, dissent, work to do, checks of quality, and how careful a step it is."""
