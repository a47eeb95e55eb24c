"""The chain of an assessment's steps: each is hashed with the hash of the one before; ``hashing`` lays down how."""

from .hashing import changes_between, changes_document, changes_text, step_hash
from .links import Link, ReadyChain

__all__ = ["Link", "ReadyChain", "changes_between", "changes_document", "changes_text", "step_hash"]
