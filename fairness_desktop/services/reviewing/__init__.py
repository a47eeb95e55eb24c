"""After the decision: what was promised against what happened."""
