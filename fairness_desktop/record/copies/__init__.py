"""Copies of a record elsewhere: pages of a website, a file for a word processor, text. Each says what it is."""
