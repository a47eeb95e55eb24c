"""Checking records, and whom one trusts."""

from __future__ import annotations

from .trusting import trust
from .verify import verify

__all__ = ["trust", "verify"]
