"""The tag layer: every painting belongs to an element of the structure tree, or the record is not made."""
