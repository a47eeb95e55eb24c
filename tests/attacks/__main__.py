"""``python -m tests.attacks`` prints the table of attacks; ``--write`` puts it into docs/record-format.md."""

from __future__ import annotations

import sys

from . import table

if "--write" in sys.argv[1:]:
    table.keep()
else:
    sys.stdout.write(table.table())
