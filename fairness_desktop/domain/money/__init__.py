"""Money over the years: sums, the mechanisms that pay for a change, what others bring, and what it is worth."""
