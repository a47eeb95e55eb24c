"""What the program and its tests need from the system itself: Qt's libraries on Linux, and the tools the tests use."""

from __future__ import annotations

import ctypes
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from private_python import SetUpError, needs_pip, say

# Library to load, and the Debian package that holds it. Loading is the only sure question: when one of them is
# missing, Qt's own message names another.
FOR_ANY_WINDOW: Final = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_X11: Final = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
FOR_WAYLAND: Final = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# Debian 13 and Ubuntu 24.04 gave this package a new name when its time type grew to 64 bits.
RENAMED: Final = {"libglib2.0-0": "libglib2.0-0t64"}

# Command, and the Debian package that holds it.
TOOLS: Final = {
    "pdfsig": "poppler-utils",
    "pdftotext": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "qpdf": "qpdf",
    "openssl": "openssl",
    "javac": "default-jdk-headless",
    "softhsm2-util": "softhsm2",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "strace": "strace",
    "unshare": "util-linux",
    "chromium": "chromium",
    "npm": "npm",
}

# Debian keeps this part of Python in a package of its own, one for each version.
PIP: Final = "ensurepip"
PIP_PACKAGE: Final = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown: only Linux and its relatives can be without a screen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def libraries_for(environment: Mapping[str, str]) -> dict[str, str]:
    """The libraries Qt will load for the screen this environment offers, each with its Debian package."""
    if not sys.platform.startswith("linux"):
        return {}
    if environment.get("DISPLAY"):
        return FOR_ANY_WINDOW | FOR_X11
    return FOR_ANY_WINDOW | (FOR_WAYLAND if environment.get("WAYLAND_DISPLAY") else {})


def missing_libraries(libraries: Iterable[str], load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Those of the libraries that the system's loader cannot load."""
    missing = []
    for library in libraries:
        try:
            load(library)
        except OSError:
            missing.append(library)
    return missing


def missing_tools(tools: Iterable[str] = TOOLS) -> list[str]:
    """Those of the commands that are not on the path."""
    return [tool for tool in tools if shutil.which(tool) is None]


def packages_for(names: Iterable[str]) -> list[str]:
    """The Debian packages that hold these libraries and commands, each once, under the name this system gives them."""
    known = FOR_ANY_WINDOW | FOR_X11 | FOR_WAYLAND | TOOLS | {PIP: PIP_PACKAGE}
    return [_current_name(package) for package in dict.fromkeys(known[name] for name in names)]


def _current_name(package: str) -> str:
    newer = RENAMED.get(package)
    if newer and shutil.which("apt-cache"):
        shown = subprocess.run(["apt-cache", "show", newer], capture_output=True, check=False)
        return newer if shown.returncode == 0 else package
    return package


def may_install() -> bool:
    """Whether these scripts install system packages by themselves: as root on a system with apt, nowhere else."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def line_to_type(packages: Iterable[str]) -> str:
    """The one line with which a person installs the packages."""
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def advice(missing: Sequence[str]) -> str:
    """Say how a person provides what is missing on this system."""
    packages = packages_for(missing)
    if shutil.which("apt-get"):
        return f"Please type this line, then run the same command again:\n\n    {line_to_type(packages)}\n"
    return (
        f"Please install the packages of this system that hold {', '.join(missing)} "
        f"(Debian and Ubuntu call them {', '.join(packages)}), then run the same command again."
    )


@functools.cache
def refresh_package_lists() -> None:
    """Fetch apt's lists once, as a fresh machine has none; what fails here shows when a package is to be installed."""
    say("Fetching the system's package lists …")
    subprocess.run(["apt-get", "-qq", "update"], stdin=subprocess.DEVNULL, check=False)


def install(packages: list[str]) -> None:
    """Install system packages with apt, asking no questions."""
    say(f"Installing {', '.join(packages)} with apt …")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    command = ["apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", "install"]
    done = subprocess.run(
        [*command, "--no-install-recommends", *packages],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        say(done.stdout)


def see_to(libraries: Iterable[str], tools: Iterable[str] = (), *, environment_to_make: bool = False) -> list[str]:
    """Provide what is missing where these scripts may; return the tools still missing.

    Anything missing that there is no going on without ends in a sentence, with one line to type for all of it.
    """
    tools = list(tools)
    wanted = [*libraries, *tools, *([PIP] if environment_to_make else [])]
    missing = _missing(wanted)
    if missing and may_install():
        refresh_package_lists()
        install(packages_for(missing))
        missing = _missing(wanted)
    if set(missing) <= set(tools):
        return missing
    sentences = []
    if absent := [name for name in missing if name not in (*tools, PIP)]:
        sentences.append(f"Fairness Desktop's window needs libraries this system does not have: {', '.join(absent)}.")
    if PIP in missing:
        sentences.append("This Python came without the part that makes a private environment.")
    raise SetUpError(" ".join([*sentences, advice(missing)]))


def _missing(names: Iterable[str]) -> list[str]:
    names = list(names)
    absent = {*missing_libraries(name for name in names if name not in (*TOOLS, PIP)), *missing_tools()}
    if needs_pip():
        absent.add(PIP)
    return [name for name in names if name in absent]
