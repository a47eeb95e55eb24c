"""``record … --public``: the copy for everyone, and what is not in it."""

from __future__ import annotations

from pathlib import Path

from ..domain.vocabulary import Language
from ..i18n import _
from ..services.bundle import Services
from ..services.walk import Walk
from ..telling.places import names_of, place_words
from .speaking import passphrase, say


def publish(
    given: Services, walk: Walk, out: Path, name: str | None, language: Language | None, *, draft: bool
) -> None:
    """Write the public copy, sealed unless it is a draft, and say what was left out and what to read again."""
    if draft:
        given.issuing.write(given.publishing.draft(walk, language), out)
    else:
        wanted = name or walk.assessment.authority.decision_maker.name
        prepared = given.publishing.prepare(walk, wanted, language)
        given.issuing.write(given.publishing.sign(prepared, passphrase(twice=False)), out)
    preview = given.publishing.preview(walk)
    say(_("Public copy written to {path}.").format(path=out))
    names = names_of(walk.assessment)
    for mark in preview.left_out:
        say(_("  left out: {where} ({ground})").format(where=place_words(mark.where, names), ground=mark.ground))
    for group in preview.uncounted:
        say(_("  not counted, for they are under 10: {group}").format(group=group))
    for place in preview.telltales:
        said = _("  read again, for the size of a small group may stand in it: {where}")
        say(said.format(where=place_words(place, names)))
