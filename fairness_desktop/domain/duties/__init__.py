"""What the council has to have thought of: the duties that apply, and what was thought. None of it enters the score."""
