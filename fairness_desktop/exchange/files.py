"""Assessments in files of their own: ``*.fairness.json``."""

from __future__ import annotations

import json
from pathlib import Path

from ..domain.assessment import Assessment
from ..domain.errors import InvalidInputError, NotFoundError, not_taken_in, unreadable
from ..i18n import _
from .decoding import Frameworks, decode
from .encoding import encode
from .reading import LARGEST_FILE, parse

__all__ = ["LARGEST_FILE", "read", "text"]


def read(path: Path, frameworks: Frameworks) -> Assessment:
    """The assessment in a file; a FairnessError says in a sentence why there is none."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise NotFoundError(_("There is no file “{path}”.").format(path=path)) from error
    except OSError as error:
        raise unreadable(path, error) from error
    try:
        return decode(parse(raw), frameworks)
    except InvalidInputError as error:
        raise not_taken_in(path, error) from None


def text(assessment: Assessment) -> str:
    """The exchange form as people find it in a file: indented, in the order of the form."""
    return json.dumps(encode(assessment), ensure_ascii=False, indent=2) + "\n"
