"""What the scripts say and do about the system's own libraries and tools."""

from __future__ import annotations

import ast
import ctypes
import subprocess
import sys

import pytest

from .scripts import FOLDER, python_version, system_packages, testing

EVERY_LIBRARY = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def test_that_a_library_that_cannot_be_loaded_is_named_and_no_other() -> None:
    libc = "libc.so.6" if sys.platform.startswith("linux") else None
    assert system_packages.missing_libraries(["libno-such-thing.so.9", *([libc] if libc else [])]) == [
        "libno-such-thing.so.9"
    ]


@pytest.mark.parametrize("library", EVERY_LIBRARY)
def test_that_the_package_of_the_one_missing_library_is_named(library: str) -> None:
    def load(name: str) -> object:
        return ctypes.CDLL("libno-such-thing.so.9" if name == library else None)

    assert system_packages.missing_libraries(EVERY_LIBRARY, load) == [library]
    line = system_packages.line_to_type(system_packages.packages_for([library]))
    package = EVERY_LIBRARY[library]
    assert line.endswith((f" {package}", f" {package}t64"))
    assert "\n" not in line


def test_that_a_screen_decides_which_libraries_are_needed() -> None:
    if not sys.platform.startswith("linux"):
        assert system_packages.libraries_for({"DISPLAY": ":0"}) == {}
        return
    assert system_packages.libraries_for({}) == system_packages.FOR_ANY_WINDOW
    assert system_packages.libraries_for({"DISPLAY": ":0"}) == EVERY_LIBRARY
    wayland = system_packages.libraries_for({"WAYLAND_DISPLAY": "wayland-0"})
    assert wayland == system_packages.FOR_ANY_WINDOW | system_packages.FOR_WAYLAND


def test_that_an_empty_variable_is_no_screen() -> None:
    if sys.platform.startswith("linux"):
        assert not system_packages.has_screen({"DISPLAY": "", "WAYLAND_DISPLAY": ""})
    assert system_packages.has_screen({"DISPLAY": ":0"})


def test_that_what_cannot_be_installed_ends_in_one_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setitem(system_packages.FOR_X11, "libno-such-thing.so.9", "libxcb-shape0")
    monkeypatch.setattr(system_packages, "needs_pip", lambda: True)
    with pytest.raises(system_packages.SetUpError) as caught:
        system_packages.see_to(["libno-such-thing.so.9"], ["qpdf"], environment_to_make=True)
    lines = str(caught.value).splitlines()
    assert "libno-such-thing.so.9" in lines[0]
    assert "private environment" in lines[0]
    typed = [line.strip() for line in lines if line.strip().startswith("sudo apt-get")]
    assert len(typed) == 1
    assert typed[0].endswith(f" libxcb-shape0 qpdf {system_packages.PIP_PACKAGE}")


def test_that_missing_tools_alone_stop_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: None if name == "qpdf" else f"/usr/bin/{name}")
    assert system_packages.see_to([], ["qpdf", "strace"]) == ["qpdf"]


def test_that_each_tool_left_out_is_said_and_told_to_pytest() -> None:
    assert testing.left_out([]) == ([], [])
    sentences, options = testing.left_out(["strace", "qpdf", "Xvfb"])
    assert len(sentences) == 3
    assert options == ["-m", "not screen and not network_watch and not faulty_disk", "--ignore=tests/judges"]
    assert all(tool in " ".join(sentences) for tool in ("strace", "qpdf", "Xvfb"))


def test_that_every_tool_that_can_be_missing_leaves_something_out() -> None:
    assert {tool for tools, *_ in testing.LEFT_OUT for tool in tools} == set(system_packages.TOOLS)


def test_that_a_python_that_is_too_old_gets_one_sentence() -> None:
    sentence = python_version.too_old((3, 10))
    assert "needs Python 3.11 or newer, and this is Python 3.10" in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert python_version.too_old((2, 7))
    assert not python_version.too_old((3, 11))
    assert not python_version.too_old((4, 0))


@pytest.mark.parametrize("name", ["run.py", "test.py", "python_version.py"])
def test_that_an_old_python_can_read_the_script_that_turns_it_away(name: str) -> None:
    tree = ast.parse((FOLDER / name).read_text("utf-8"), feature_version=(3, 6))
    # What is imported before the question is asked must be readable too, or be part of every Python.
    first = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    first |= {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    assert first <= {"sys", "python_version"}


def test_that_the_scripts_need_nothing_but_the_standard_library() -> None:
    modules = [script.stem for script in FOLDER.glob("*.py")]
    code = f"import sys; sys.path.append({str(FOLDER)!r}); [__import__(name) for name in {modules!r} if name != 'test']"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
