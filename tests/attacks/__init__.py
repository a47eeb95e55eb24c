"""Attacks on a sealed record, each made anew from one that the tests have signed."""
