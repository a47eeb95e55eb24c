"""Every sentence a person sees passes through here, in the window, the record and on the command line.

A process speaks one language; a record is made in its own, whatever the window speaks, and in whichever thread.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

DOMAIN = "fairness_desktop"
LANGUAGES = ("en",)

_current: gettext.NullTranslations = gettext.NullTranslations()
_here: ContextVar[gettext.NullTranslations | None] = ContextVar("translations", default=None)


def use(translations: gettext.NullTranslations) -> None:
    """Speak through these translations from now on; call it before anything is shown."""
    global _current  # noqa: PLW0603 - a process speaks one language at a time, as gettext itself has it
    _current = translations


@contextmanager
def speaking(translations: gettext.NullTranslations) -> Iterator[None]:
    """Speak through these translations inside the block, and nowhere else: each thread has its own."""
    before = _here.set(translations)
    try:
        yield
    finally:
        _here.reset(before)


def load(folder: Path, language: str) -> gettext.NullTranslations:
    """The catalogue of a language below ``folder``; English, the language of the source, needs none."""
    return gettext.translation(DOMAIN, folder, languages=[language], fallback=True)


def _now() -> gettext.NullTranslations:
    return _here.get() or _current


def _(message: str) -> str:
    """The sentence in the language in use."""
    return _now().gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """The sentence in the language in use, in the form that ``number`` asks for."""
    return _now().ngettext(singular, plural, number)


def N_(message: str) -> str:
    """Marks a sentence for translation without translating it yet."""
    return message
