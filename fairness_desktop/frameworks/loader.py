"""Frameworks and legal packs from their files: a fault is told with file, line and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ..domain.errors import FrameworkError, InvalidInputError
from ..domain.framework import Framework
from ..domain.law.pack import LegalPack
from ..exchange.reading import parse
from ..i18n import _
from .framework_form import FRAMEWORK_FORMAT, framework_from
from .lines import line_of
from .pack_form import PACK_FORMAT, pack_from

__all__ = ["FRAMEWORK_FORMAT", "PACK_FORMAT", "framework_from", "load_framework", "load_pack"]

Loaded = TypeVar("Loaded")


def load_framework(path: Path) -> Framework:
    """The framework in a file; FrameworkError names file, line and field of the first fault."""
    return _load(path, framework_from)


def load_pack(path: Path) -> LegalPack:
    """The legal pack in a file; FrameworkError names file, line and field of the first fault."""
    return _load(path, pack_from)


def _load(path: Path, read: Callable[[object], Loaded]) -> Loaded:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FrameworkError(_("“{path}” cannot be read: {why}.").format(path=path, why=error.strerror)) from error
    try:
        return read(parse(raw))
    except InvalidInputError as error:
        raise _fault(path, raw, error) from None


def _fault(path: Path, raw: bytes, error: InvalidInputError) -> FrameworkError:
    fault = str(error)
    if error.where:
        line = line_of(raw.decode("utf-8-sig"), error.where)
        fault = _("line {line}: {fault}").format(line=line, fault=fault)
    return FrameworkError(
        _("{file}: {fault}. Mend the file or put the shipped one back.").format(file=path.name, fault=fault)
    )
