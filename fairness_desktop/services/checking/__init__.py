"""Checking records that somebody hands in: one, or folders of them, and whom one trusts."""
