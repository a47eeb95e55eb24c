"""Checking records: what was found of each, and whom one trusts."""
