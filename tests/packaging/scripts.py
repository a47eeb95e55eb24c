"""The set-up scripts, loaded as the folder of scripts they are, and a small checkout to try them on."""

from __future__ import annotations

import base64
import hashlib
import importlib
import os
import shutil
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging"

# At the end: packaging/test.py must not stand before anything else of that name.
if str(FOLDER) not in sys.path:
    sys.path.append(str(FOLDER))

private_python = importlib.import_module("private_python")
python_version = importlib.import_module("python_version")
system_packages = importlib.import_module("system_packages")
testing = importlib.import_module("testing")

# Stands in for the program: says how it was called, and leaves a PDF where the demo was told to.
PROGRAM = """
import pathlib, sys
import greeting
print("program", *sys.argv[1:], flush=True)
if sys.argv[1:2] == ["demo"]:
    folder = pathlib.Path(sys.argv[3])
    folder.mkdir()
    (folder / "record.pdf").touch()
sys.exit(7 if "fail" in sys.argv else 0)
"""


@dataclass(frozen=True)
class Checkout:
    """A checkout with one tiny package to install, from a folder of its own and from no network."""

    root: Path
    wheels: Path
    place: Any  # the scripts' own Place

    def environment(self, **changes: str) -> dict[str, str]:
        """An environment without a screen in which pip and uv know nothing but this checkout's packages."""
        dropped = ("DISPLAY", "WAYLAND_DISPLAY", "PIP_", "UV_", "PYTEST_", "PYTHON", "COV_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
        wheels = str(self.wheels)
        return kept | {
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": wheels,
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "UV_NO_INDEX": "1",
            "UV_FIND_LINKS": wheels,
            "UV_NO_CACHE": "1",
            **changes,
        }

    def pin(self, version: str) -> None:
        """Publish a version of the tiny package and pin it, by its hash, for the program and for the tests."""
        wheel = _wheel(self.wheels, version)
        line = f"greeting=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
        for name in ("requirements.txt", "requirements-dev.txt"):
            (self.root / "packaging" / name).write_text(line, "utf-8")


def make_checkout(folder: Path) -> Checkout:
    """A checkout in a folder whose name has a blank, an apostrophe and an accent, as people's folders do."""
    root = folder / "Siân's checkout"
    checkout = Checkout(root, folder / "wheels", private_python.Place(root))
    (checkout.root / "packaging").mkdir(parents=True)
    checkout.wheels.mkdir()
    for script in FOLDER.glob("*.py"):
        shutil.copy(script, checkout.root / "packaging")
    program = checkout.root / "fairness_desktop"
    program.mkdir()
    (program / "__init__.py").touch()
    (program / "__main__.py").write_text(PROGRAM, "utf-8")
    checkout.pin("1.0")
    return checkout


def _wheel(folder: Path, version: str) -> Path:
    info = f"greeting-{version}.dist-info"
    files = {
        "greeting.py": f"VERSION = '{version}'\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: greeting\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{name},{_digest(text)},{len(text.encode())}\n" for name, text in files.items()]
    files[f"{info}/RECORD"] = "".join([*record, f"{info}/RECORD,,\n"])
    path = folder / f"greeting-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
    return path


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
