"""Assessments in files of their own: ``*.fairness.json``."""

from __future__ import annotations

import json
from pathlib import Path

from ..domain.assessment import Assessment
from ..domain.errors import FairnessError, InvalidInputError, NotFoundError
from ..i18n import _
from .decoding import Frameworks, decode
from .encoding import encode
from .reading import parse

LARGEST_FILE = 32 * 1024 * 1024


def read(path: Path, frameworks: Frameworks) -> Assessment:
    """The assessment in a file; a FairnessError says in a sentence why there is none."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InvalidInputError("", _("is larger than 32 MiB"))
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(_("There is no file “{path}”.").format(path=path)) from error
    except OSError as error:
        raise FairnessError(
            _("“{path}” cannot be read: {why}.").format(path=path, why=error.strerror or error)
        ) from error
    except InvalidInputError as error:
        raise _in_file(path, error) from None
    try:
        return decode(parse(raw), frameworks)
    except InvalidInputError as error:
        raise _in_file(path, error) from None


def _in_file(path: Path, error: InvalidInputError) -> FairnessError:
    joint = ": " if error.where else " "
    return FairnessError(
        _("{file}{joint}{error}. Nothing was taken in.").format(file=path.name, joint=joint, error=error)
    )


def text(assessment: Assessment) -> str:
    """The exchange form as people find it in a file: indented, in the order of the form."""
    return json.dumps(encode(assessment), ensure_ascii=False, indent=2) + "\n"
