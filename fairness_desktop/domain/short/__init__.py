"""The short form: the same walk with less of it asked."""
