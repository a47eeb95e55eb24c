"""Make, mend and recognise the program's private Python environment: `.venv` at the top of the checkout."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Purpose = Literal["run", "tests"]

ROOT: Final = Path(__file__).resolve().parent.parent
FILES: Final[dict[Purpose, str]] = {"run": "requirements.txt", "tests": "requirements-dev.txt"}
WINDOWS: Final = sys.platform == "win32"


class SetUpError(Exception):
    """Set-up cannot go on; the message is the sentence the person reads."""


@dataclass(frozen=True)
class Place:
    """A checkout and the private environment inside it."""

    root: Path

    @property
    def folder(self) -> Path:
        """The environment's folder."""
        return self.root / ".venv"

    @property
    def programs(self) -> Path:
        """The folder of the environment's own commands."""
        return self.folder / ("Scripts" if WINDOWS else "bin")

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.programs / ("python.exe" if WINDOWS else "python")

    @property
    def libraries(self) -> Path:
        """The folder the packages are installed into."""
        if WINDOWS:
            return self.folder / "Lib" / "site-packages"
        return self.folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"

    @property
    def stamp(self) -> Path:
        """Written last: says what a finished set-up installed."""
        return self.folder / "set-up.json"

    @property
    def unfinished(self) -> Path:
        """Written first and removed last: a set-up that died leaves it behind."""
        return self.folder / "set-up-unfinished"

    @property
    def lock(self) -> Path:
        """Held by the one set-up that may change the environment; never deleted, or two could hold it."""
        return self.folder / "set-up.lock"

    def requirements(self, purpose: Purpose) -> Path:
        """The pinned and hashed list of packages for one purpose."""
        return self.root / "packaging" / FILES[purpose]


def say(sentence: str) -> None:
    """Print one line of progress at once, also into a pipe."""
    print(sentence, flush=True)


def this_python() -> str:
    """What an environment has to share with the Python that set it up."""
    return f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor} in {sys.base_prefix}"


def _fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _installed(place: Place) -> str:
    """Name what is installed, so that a package changed by another tool is noticed."""
    names = sorted(entry.name for entry in os.scandir(place.libraries) if entry.name.endswith(".dist-info"))
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def is_ready(place: Place, purpose: Purpose) -> bool:
    """Whether a finished set-up for this purpose is there and nothing it depends on has changed since."""
    try:
        stamp = json.loads(place.stamp.read_text("utf-8"))
        return bool(
            place.python.exists()
            and stamp["python"] == this_python()
            and stamp["root"] == str(place.root)
            and stamp["files"].get(purpose) == _fingerprint(place.requirements(purpose))
            and stamp["installed"] == _installed(place)
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False  # no stamp, or one that cannot be read: set up again


def _write_stamp(place: Place, purpose: Purpose) -> None:
    # The list for the tests holds the one for the program, so either purpose is served after it.
    served: tuple[Purpose, ...] = ("run", "tests") if purpose == "tests" else ("run",)
    content = {
        "python": this_python(),
        "root": str(place.root),
        "files": {each: _fingerprint(place.requirements(each)) for each in served},
        "installed": _installed(place),
    }
    new = place.stamp.with_suffix(".new")
    new.write_text(json.dumps(content, indent=1), "utf-8")
    new.replace(place.stamp)


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: IO[bytes]) -> bool:
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _taken(handle: IO[bytes]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


@contextlib.contextmanager
def only_one(place: Place) -> Iterator[None]:
    """Hold the lock of this environment; the system lets go of it when the process ends, however it ends."""
    place.folder.mkdir(exist_ok=True)
    with place.lock.open("a+b") as handle:
        # The installer holds it too, so that one outliving a killed set-up is waited for.
        os.set_inheritable(handle.fileno(), True)
        if not _taken(handle):
            say("Another set-up is at work in this folder; waiting for it to finish …")
            while not _taken(handle):
                time.sleep(0.2)
        yield


def set_up(place: Place, purpose: Purpose) -> bool:
    """Bring the environment to what the purpose needs; return False when nothing had to be done."""
    with only_one(place):
        if is_ready(place, purpose):
            return False  # the set-up waited for has done it
        began = time.monotonic()
        say(f"Setting up a private Python in {place.folder} (nothing outside that folder changes) …")
        fresh = place.unfinished.exists() or not _runs_this_python(place)
        place.stamp.unlink(missing_ok=True)
        place.unfinished.touch()
        if fresh:
            _make_afresh(place)
        _install(place, place.requirements(purpose))
        _point_at_checkout(place)
        _write_stamp(place, purpose)
        place.unfinished.unlink()
        say(f"Set up in {time.monotonic() - began:.0f} seconds.")
    return True


def _runs_this_python(place: Place) -> bool:
    question = "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2], 'in', sys.base_prefix)"
    try:
        answer = subprocess.run([place.python, "-I", "-c", question], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == this_python() and place.libraries.is_dir()


def _make_afresh(place: Place) -> None:
    for entry in place.folder.iterdir():
        if entry not in (place.lock, place.unfinished):
            _remove(entry)
    # Not sys.executable: that may be the very Python that was just removed.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.run([base, "-m", "venv", "--without-pip", place.folder], check=False).returncode:
        raise SetUpError(f"Python could not make its private folder {place.folder}; the reason is in the lines above.")


def _remove(entry: Path) -> None:
    try:
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    except OSError as problem:
        raise SetUpError(
            f"{entry} could not be removed ({problem.strerror}). Close Fairness Desktop and run this command again."
        ) from problem


def needs_pip() -> bool:
    """Whether set-up would use pip while this Python came without it (as Debian's does)."""
    importlib.invalidate_caches()  # it may just have been installed
    return shutil.which("uv") is None and importlib.util.find_spec("ensurepip") is None


def _install(place: Place, requirements: Path) -> None:
    uv = shutil.which("uv")
    say(f"Fetching the packages named in {requirements.name} with {'uv' if uv else 'pip'}, each checked by its hash …")
    checked = ["--require-hashes", "--only-binary", ":all:", "-r", str(requirements)]
    if uv:
        command = [uv, "pip", "install", "--python", str(place.python), "--compile-bytecode", *checked]
        failed = bool(subprocess.run(command, close_fds=False, check=False).returncode)
    else:
        _see_to_pip(place)
        failed = not _pip_succeeds([str(place.python), "-m", "pip", "install", "--compile", "--no-input", *checked])
    if failed:
        raise SetUpError(
            "The packages could not be installed; the reason is in the lines above. Is there a connection?"
        )


def _see_to_pip(place: Place) -> None:
    if not subprocess.run([place.python, "-m", "pip", "--version"], capture_output=True, check=False).returncode:
        return
    bootstrap = subprocess.run(
        [place.python, "-m", "ensurepip", "--default-pip"], capture_output=True, text=True, check=False
    )
    if bootstrap.returncode:
        raise SetUpError(f"Python could not provide pip: {bootstrap.stderr.strip()}")


def _pip_succeeds(command: list[str]) -> bool:
    """Run pip, telling one short line a package; everything it said is shown only when it fails."""
    said: list[str] = []
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        close_fds=False,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            said.append(line)
            words = line.split()
            if words[:1] == ["Collecting"]:
                say(f"  {words[1].replace('==', ' ')}")
            elif words[:1] == ["Installing"]:
                say("Unpacking and compiling them …")
    if pip.returncode:
        say("".join(said))
    return pip.returncode == 0


def _point_at_checkout(place: Place) -> None:
    """Let the environment run the program from this checkout, wherever it is called from."""
    # A relative path is plain ASCII whatever the folder's name is, and survives a moved checkout.
    path = os.path.relpath(place.root, place.libraries)
    (place.libraries / "fairness_desktop_checkout.pth").write_text(path + "\n", "utf-8")
    if WINDOWS:
        command = place.programs / "fairness-desktop.cmd"
        command.write_text('@"%~dp0python.exe" -m fairness_desktop %*\r\n', "utf-8", newline="")
    else:
        command = place.programs / "fairness-desktop"
        quoted = str(place.python).replace("'", "'\\''")
        command.write_text(f"#!/bin/sh\nexec '{quoted}' -m fairness_desktop \"$@\"\n", "utf-8")
        command.chmod(0o755)
    package = place.root / "fairness_desktop"
    subprocess.run([place.python, "-m", "compileall", "-q", package], check=False)
