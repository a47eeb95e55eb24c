"""Ten times the examples under ``--full``."""

from __future__ import annotations

from ..strategies import pytest_pycollect_makemodule

__all__ = ["pytest_pycollect_makemodule"]
