"""The review of an issued decision."""
