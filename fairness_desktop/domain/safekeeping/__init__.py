"""Keeping the register safe: its copies, and the places it lies in."""
