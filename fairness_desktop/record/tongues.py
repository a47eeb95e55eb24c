"""The languages a record can be made in, each with its catalogue."""

from __future__ import annotations

import gettext
from contextlib import AbstractContextManager
from functools import cache

from .. import i18n, shipped
from ..domain.errors import RecordError
from ..domain.vocabulary import Language, label
from ..i18n import _

TAGS = {Language.ENGLISH: "en-GB", Language.WELSH: "cy-GB"}
"""How a reader of PDF is told which voice to take (BCP 47)."""


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    return gettext.NullTranslations() if language is Language.ENGLISH else _found(language)


def _found(language: Language) -> gettext.NullTranslations:
    """The catalogue that ships; RecordError without it, for a record in two languages is worse than none."""
    catalogue = i18n.load(shipped.folder() / "i18n", language)
    if not isinstance(catalogue, gettext.GNUTranslations):
        raise RecordError(
            _("The words for a record in {language} are missing; install the program anew.").format(
                language=label(language)
            )
        )
    return catalogue


def in_language(language: Language) -> AbstractContextManager[None]:
    """Inside the block every sentence is said in that language, whatever the window speaks."""
    return i18n.speaking(_catalogue(language))
