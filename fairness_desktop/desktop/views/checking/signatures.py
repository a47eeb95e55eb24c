"""Who signed, in which role, when and with which certificate: a table where there is room, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ....domain.sealing.fingerprints import grouped
from ....domain.sealing.verdict import RecordCheck, SignatureSeen
from ....i18n import _
from ....telling.figures import day
from ...theme import MEDIUM, SEMIBOLD, SMALL, current
from ...widgets.basics import Rule, Words
from ...widgets.folding import Fold

ROOMY = 1.3
"""Size of text up to which four columns stand side by side."""

_TOP = Qt.AlignmentFlag.AlignTop


def signatures(check: RecordCheck) -> QWidget:
    """A row a signature."""
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    _table(grid, check) if current().scale <= ROOMY else _stacked(grid, check)
    return sheet


def _table(grid: QGridLayout, check: RecordCheck) -> None:
    for column, caption in enumerate(_captions()):
        grid.addWidget(Words(caption, SMALL, colour="muted"), 0, column)
    for row, seen in enumerate(check.signatures):
        grid.addWidget(Rule(), 2 * row + 1, 0, 1, len(_captions()))
        for column, words in enumerate(_said(seen)):
            grid.addWidget(words, 2 * row + 2, column, _TOP)
    for column, share in enumerate((3, 3, 3, 6)):
        grid.setColumnStretch(column, share)


def _stacked(grid: QGridLayout, check: RecordCheck) -> None:
    row = 0
    for seen in check.signatures:
        for caption, words in zip(_captions(), _said(seen), strict=True):
            grid.addWidget(Words(caption, SMALL, colour="muted"), row, 0, _TOP)
            grid.addWidget(words, row, 1)
            row += 1
        grid.addWidget(Rule(), row, 0, 1, 2)
        row += 1
    grid.setColumnStretch(1, 1)


def _captions() -> tuple[str, ...]:
    return _("Who"), _("Role"), _("When"), _("Fingerprint of the certificate")


def _said(seen: SignatureSeen) -> tuple[Words, ...]:
    when = _("no time given")
    if seen.signed_at is not None:
        when = f"{day(seen.signed_at)}, {seen.signed_at:%H:%M} UTC"
    clock = _("by the signer's clock") if seen.time_source == "signer_clock" else _("by a time-stamp service")
    told = (
        Words(seen.signer, SMALL, SEMIBOLD),
        Words(seen.role or _("no role given"), SMALL),
        Words(f"{when}, {clock}", SMALL),
        Words(grouped(seen.fingerprint), SMALL, MEDIUM),
    )
    for words in told:
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return told


def technical(check: RecordCheck) -> QWidget:
    """What a specialist asks, folded up."""
    inside = QWidget()
    body = QVBoxLayout(inside)
    body.setContentsMargins(24, 0, 0, 0)
    body.setSpacing(4)
    for text in _lines(check):
        words = Words(text, SMALL)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body.addWidget(words)
    return Fold(_("Technical details"), inside)


def _lines(check: RecordCheck) -> list[str]:
    lines = [_("What the verdict rests on: {cause}. {why}").format(cause=check.cause.replace("_", " "), why=check.why)]
    for seen in check.signatures:
        covers = _("covers the whole file") if seen.covers_whole_file else _("does not cover the whole file")
        trust = _("trusted here") if seen.trusted else _("not trusted here")
        lines.append(f"{seen.signer}: {covers}; {trust}.")
        if seen.sealed_with:
            lines.append(_("Sealed with {program}.").format(program=seen.sealed_with))
        if seen.root is not None:
            lines.append(
                _("Its council's root certificate: {name}, SHA-256 {fingerprint}.").format(
                    name=seen.root.name, fingerprint=seen.root.fingerprint
                )
            )
    expected = "–" if check.signatures_expected is None else str(check.signatures_expected)
    lines.append(_("Signatures expected by the record: {count}.").format(count=expected))
    return lines
