"""Keeping the register safe, in the window: its passphrase, its copies, where it lies."""
