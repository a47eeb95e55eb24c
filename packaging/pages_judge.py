"""Put in place what judges the pages made for websites: axe-core, pinned and checked by its hash, run in a browser."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from private_python import ROOT, SetUpError, say

if TYPE_CHECKING:
    from pathlib import Path

    from private_python import Place

PINNED: Final = ROOT / "packaging" / "pages-judge"
FILES: Final = ("package.json", "package-lock.json", ".npmrc")


def folder(place: Place) -> Path:
    """Where it is put: inside the private environment, so that nothing else changes."""
    return place.folder / "pages-judge"


def is_ready(place: Place) -> bool:
    """Whether the very version that is pinned is in place."""
    stamp = folder(place) / "set-up"
    return stamp.is_file() and stamp.read_text("utf-8") == _fingerprint()


def see_to(place: Place) -> None:
    """Fetch it where it is not there yet."""
    if not PINNED.is_dir() or is_ready(place):
        return
    target = folder(place)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in FILES:
        shutil.copy(PINNED / name, target / name)
    say("Fetching axe-core with npm, checked by its hash …")
    done = subprocess.run(
        [shutil.which("npm") or "npm", "ci"],
        cwd=target,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise SetUpError(f"axe-core could not be fetched with npm: {done.stdout.strip()[-500:]}")
    (target / "set-up").write_text(_fingerprint(), "utf-8")


def _fingerprint() -> str:
    return hashlib.sha256((PINNED / "package-lock.json").read_bytes()).hexdigest()
