"""Fairness Desktop: walk through one delegated public decision, score it, keep it, issue a record that proves itself."""

__version__ = "0.1.0"
