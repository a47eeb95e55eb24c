"""Fairness frameworks and legal packs, read from data."""
