"""What follows from an assessment under a framework: pure functions, the same figures everywhere and always."""
