"""What is true of a decision: values and their rules. Standard library only: no Qt, no files, no clock, no chance."""
