"""Whom the user trusts: certificates of councils, and the folder in which they are kept."""

from __future__ import annotations

from .folder import FolderTrust
from .lists import FolderLists

__all__ = ["FolderLists", "FolderTrust"]
