"""The accountability record: what it says, how it is laid out, sealed and checked."""
