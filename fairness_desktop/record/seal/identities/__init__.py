"""Signing identities in a folder, the council's root above them, and keys on cards."""

from __future__ import annotations

from .folder import FolderIdentities

__all__ = ["FolderIdentities"]
