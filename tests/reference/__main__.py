"""``python -m tests.reference ASSESSMENT.json FRAMEWORK.json`` prints the figures as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .canonical import sha256
from .document import score


def main(arguments: list[str]) -> int:
    """Score one assessment under one framework."""
    if len(arguments) != 2:
        sys.stderr.write("python -m tests.reference ASSESSMENT.json FRAMEWORK.json\n")
        return 2
    assessment, framework = (json.loads(Path(path).read_text(encoding="utf-8")) for path in arguments)
    figures = score(assessment, framework, sha256(framework))
    sys.stdout.write(json.dumps(figures, indent=2, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
