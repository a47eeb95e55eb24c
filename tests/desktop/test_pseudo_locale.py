"""Every sentence a person sees can be put in another language: spoken in one that marks and lengthens them all."""

from __future__ import annotations

import gettext
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from fairness_desktop import i18n
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.domain.sealing.fingerprints import grouped, in_words
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.services.ports import Identities
from fairness_desktop.services.reading.plain import plain
from fairness_desktop.telling.changes import cut

from .every_view import every_view, sideways, texts_on
from .real import open_window

ACCENTS = str.maketrans("aeiouwyAEIOUWY", "âêîôûŵŷÂÊÎÔÛŴŶ")
FIELD = re.compile(r"(\{[^}]*\})")
INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = {"Ctrl", "Alt", "Shift", "UTC", "Esc", "LT", "LTA"}
"""Names of keys, of a time, and of levels of signatures, that are the same in every language."""


class Marked(gettext.NullTranslations):
    """Each message in brackets, with accents, and two fifths longer; the fields of a message stay."""

    def gettext(self, message: str) -> str:
        parts = [part if FIELD.fullmatch(part) else part.translate(ACCENTS) for part in FIELD.split(message)]
        more = " ŵŵŵŵ" * round(len(message) * 0.4 / 5)
        return f"⟦{''.join(parts)}{more}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    i18n.use(Marked())
    yield open_window(qtbot, tmp_path / "data")
    i18n.use(gettext.NullTranslations())


def unmarked(text: str, own: list[str]) -> str:
    """What is left of a text without its marked messages and without the user's own words."""
    while INNERMOST.search(text):
        text = INNERMOST.sub(" ", text)
    for words in own:
        text = text.replace(words, " ")
    return " ".join(word for word in WORD.findall(text) if word not in NAMES)


def own_words(window: MainWindow) -> list[str]:
    """What the user entered, in every assessment of the register, and the names of files and frameworks."""
    services = window._services
    assert services is not None
    told = {str(services.data_folder), "d6.fairness.json", *(word for names in services.frameworks for word in names)}
    for row in services.register.rows(RegisterQuery(), 0, 100):
        walk = services.register.open(row.id)
        told.update(_strings(encode(walk.assessment)))
        told.add(plain(walk.assessment, walk.result).made)  # the record's own words, in the record's language
        changes = [change for step in walk.steps for change in step.changes]
        values = [value for change in changes for value in (change.old, change.new) if value is not None]
        told.update(cut(words) for value in values for words in (value, *_strings(json.loads(value))))
    told.update(str(services.adopting.draft()["title"]).split("\n"))
    told.update(path.name for path in services.safekeeping.folder.glob("*"))
    told.update(path.name for path in services.data_folder.glob("*.fairness"))
    told.update(records_own_words(window))
    told.update(signers_own_words(services.identities))
    return sorted((words for words in told if len(words) > 1), key=len, reverse=True)


def records_own_words(window: MainWindow) -> Iterator[str]:
    """What the records checked say of themselves, and the words of fingerprints, which are of no language."""
    for check in window._checks.model.checks if window._checks is not None else ():
        yield from (check.file, check.reference, check.title)
        for seen in check.signatures:
            assert seen.root is not None
            yield from (seen.signer, seen.role, seen.fingerprint, grouped(seen.fingerprint))
            yield from (seen.root.name, seen.root.organisation, seen.root.fingerprint, grouped(seen.root.fingerprint))
            yield from in_words(seen.root.fingerprint)


def signers_own_words(identities: Identities) -> Iterator[str]:
    """What identities and the council's root are called, and the words of their fingerprints."""
    root = identities.council.about()
    for one in identities.all():
        yield from (one.name, one.role, one.organisation, grouped(one.fingerprint), *in_words(one.fingerprint))
    if root is not None:
        yield from (root.organisation, grouped(root.fingerprint), *in_words(root.fingerprint))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def test_that_every_sentence_can_be_put_in_another_language(qtbot: QtBot, window: MainWindow) -> None:
    strange = {}
    for view in every_view(qtbot, window):
        own = own_words(window)
        for widget, text in texts_on(window):
            left = unmarked(text, own)
            if left:
                strange[f"{view}: {type(widget).__name__}: {text[:150]}"] = left

    assert strange == {}


def test_that_longer_words_scroll_nothing_sideways_and_grow_no_window(qtbot: QtBot, window: MainWindow) -> None:
    wide = {}
    for view in every_view(qtbot, window):
        found = sideways(window)
        if found or (window.width(), window.height()) != (1366, 768):
            wide[view] = [f"{window.width()} × {window.height()}", *found]

    assert wide == {}


def test_that_every_entry_of_the_menus_can_be_put_in_another_language(window: MainWindow) -> None:
    menus = window.menuBar().findChildren(QMenu)
    texts = [a.text() for menu in menus for a in (menu.menuAction(), *menu.actions()) if not a.isSeparator()]

    assert len(texts) > 20
    assert [text for text in texts if unmarked(text, [])] == []
