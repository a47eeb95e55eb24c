"""Issuing a record: the very pages, the passphrase, the seal."""
