"""Pin every package anew: `python3 packaging/pin.py` (needs `uv`; for maintainers, after pyproject.toml changed).

Writes requirements.txt, requirements-dev.txt and requirements-bench.txt for Linux, macOS and Windows and every Python
the program runs on, each package with the hashes of its files and without any address to fetch it from.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
COMMON = (
    "--universal",
    "--python-version=3.11",
    "--fork-strategy=fewest",  # one version of each package for all: what is tested here is what runs there
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--custom-compile-command=python3 packaging/pin.py",
    "--quiet",
)


def main(arguments: list[str]) -> int:
    """Write both files; arguments such as `--upgrade` are passed on to uv."""
    uv = shutil.which("uv")
    if uv is None:
        print("Pinning needs uv, for example from `pipx install uv`.", file=sys.stderr)
        return 1
    run, tests, bench = (f"packaging/requirements{what}.txt" for what in ("", "-dev", "-bench"))
    for extra in (["-o", run], ["--group=dev", "-c", run, "-o", tests], ["--group=bench", "-c", run, "-o", bench]):
        command = [uv, "pip", "compile", "pyproject.toml", *COMMON, *extra, *arguments]
        if subprocess.run(command, cwd=FOLDER.parent, check=False).returncode:
            return 1
    for name in (run, tests, bench):
        if "://" in (FOLDER.parent / name).read_text("utf-8"):
            print(f"{name} holds an address: do not commit it.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
