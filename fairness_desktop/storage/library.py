"""The SQLite library, imported without the number library that it would otherwise load to know its types.

That is most of its import, which every start of the window would pay.
"""

from __future__ import annotations

import sys

_loaded = sys.modules.get("numpy")
if _loaded is None:
    sys.modules["numpy"] = None  # type: ignore[assignment] # makes the optional import fail, as the library allows

from sqlite_utils import Database  # noqa: E402
from sqlite_utils.migrations import Migrations  # noqa: E402

if _loaded is None:
    del sys.modules["numpy"]

__all__ = ["Database", "Migrations"]
