"""The chain of an assessment's steps: each is hashed with the hash of the one before; ``hashing`` lays down how."""

from .hashing import changes_between, changes_document, step_hash

__all__ = ["changes_between", "changes_document", "step_hash"]
