"""The record of a decision in the short form."""
