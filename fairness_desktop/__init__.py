"""Fairness Desktop: walk one delegated decision, score it, keep it, issue a record that proves itself."""

__version__ = "0.2.0"
