"""``python -m tests.crash`` kills the program as often as the full run does and prints the table; ``--write`` keeps it.

``--tenth`` does a tenth of it.
"""

from __future__ import annotations

import sys

from . import table

if __name__ == "__main__":  # the processes that are killed import this module again
    told = table.table(share=10 if "--tenth" in sys.argv[1:] else 1)
    if "--write" in sys.argv[1:]:
        table.keep(told)
    sys.stdout.write(told)
