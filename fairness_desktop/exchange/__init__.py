"""The exchange form: an assessment as a document that any program can read."""
