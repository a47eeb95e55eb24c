"""Signing identities: who can sign here, the council's root above them, and who vouches for the time."""
