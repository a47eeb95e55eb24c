"""Identities, signing, and checking what is signed: the only importer of the signing library."""

from __future__ import annotations

from .checking import PyHankoChecker
from .identities import FolderIdentities

__all__ = ["FolderIdentities", "PyHankoChecker"]
