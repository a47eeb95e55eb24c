"""The four kinds of decision: how one is found, what it asks for, and how close to the person it is taken."""
