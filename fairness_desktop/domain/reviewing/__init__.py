"""What became of a decision: held against what was promised when it was sealed."""
