"""A record's plain page and statutory fields as a file for a word processor (.docx, ECMA-376)."""
