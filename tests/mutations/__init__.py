"""Each law of the method, and a change of the code that breaks it."""
