"""The standing list of findings: what is open in it, and what was looked at and set aside."""
