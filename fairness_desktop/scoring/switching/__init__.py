"""Switching values: where the lead passes from one option to another as one judgement changes."""
