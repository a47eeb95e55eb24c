"""The menus: everything the window can do, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ..domain.assessment import Assessment
from ..domain.vocabulary import Kind, label
from ..i18n import _
from .preferences import SCALES
from .theme import Scheme

if TYPE_CHECKING:
    from ..services.bundle import Services


def keys() -> list[tuple[str, str]]:
    """Every key and what it does."""
    return [
        ("Ctrl+N", _("New decision, full form")),
        ("Ctrl+Shift+N", _("New decision, short form")),
        ("Ctrl+Shift+W", _("The council's framework")),
        ("Ctrl+Shift+F", _("Go on with a short form in the full form")),
        ("Ctrl+R", _("Register")),
        ("Ctrl+F", _("Search the register")),
        ("Ctrl+K", _("Check a record")),
        ("Ctrl+Shift+T", _("Trusted councils: whose records are valid here")),
        ("Ctrl+Shift+K", _("Countersign a record")),
        ("Ctrl+B", _("Copies of the register")),
        ("Ctrl+Shift+E", _("Encryption of the register")),
        ("Ctrl+I", _("Signing identities: who can sign here")),
        ("Ctrl+1 … Ctrl+8", _("Step 1 to 8")),
        ("Alt+← / Alt+→", _("Step before, step after")),
        ("Ctrl+.", _("Next gap")),
        ("Ctrl+Z / Ctrl+Y", _("Undo, redo")),
        ("Ctrl+S", _("Save now; everything is saved as you enter it")),
        ("Ctrl+H", _("What changed since version 1")),
        ("Ctrl+E", _("Save a draft of the record as PDF")),
        ("Ctrl+Shift+V", _("Review: did it do what it promised?")),
        ("Ctrl++ / Ctrl+− / Ctrl+0", _("Larger, smaller, normal text")),
        ("F1 / Ctrl+?", _("This list")),
        (_("In the register"), _("Enter opens · Shift+arrows choose several · Del: to the trash")),
        (_("In the register"), _("Ctrl+D: duplicate · Ctrl+Shift+A: put away in the archive")),
        (_("Effects grid"), _("arrows move · digits and sign enter a value · Enter edits · Esc goes back")),
        (_("Effects grid"), _("Space: not touched · Ctrl+D: fill right · Ctrl+C / Ctrl+V: copy and paste cells")),
    ]


class Menus:
    """Builds the menu bar of a window; what an entry does is handed in by name."""

    def __init__(self, window: QMainWindow, do: dict[str, Callable[..., None]]) -> None:
        self._window, self._do = window, do
        bar = window.menuBar()
        self._decision(bar.addMenu(_("&Decision")))
        self._view(bar.addMenu(_("&View")))
        self._help(bar.addMenu(_("&Help")))

    def show(self, scheme: Scheme, scale: float) -> None:
        """Tick what is in force."""
        for action in (*self._schemes.actions(), *self._scales.actions()):
            action.setChecked(action.data() in (scheme.value, scale))

    def _add(self, menu: QMenu, text: str, name: str, keys: str = "") -> QAction:
        action = menu.addAction(text)
        if keys:
            action.setShortcuts([QKeySequence(k) for k in keys.split("|")])
        action.triggered.connect(self._do[name])
        return action

    def _decision(self, menu: QMenu) -> None:
        self._add(menu, _("&New, full form"), "new_full", "Ctrl+N")
        self._add(menu, _("New, &short form"), "new_short", "Ctrl+Shift+N")
        self._add(menu, _("Go on in the &full form"), "in_full", "Ctrl+Shift+F")
        first = menu.addAction(_("Open the finished &example"))
        self.examples = OtherExamples(menu.addMenu(_("Ot&her examples")))
        first.triggered.connect(self.examples.first)
        menu.addSeparator()
        self._add(menu, _("&Register"), "register", "Ctrl+R")
        self._add(menu, _("&Check a record"), "check", "Ctrl+K")
        self._add(menu, _("&Trusted councils"), "trust", "Ctrl+Shift+T")
        self._add(menu, _("C&ountersign a record…"), "countersign", "Ctrl+Shift+K")
        self._add(menu, _("Signing &identities"), "signers", "Ctrl+I")
        self._add(menu, _("The council's fra&mework"), "framework", "Ctrl+Shift+W")
        menu.addSeparator()
        self._add(menu, _("Save a &draft of the record as PDF…"), "draft", "Ctrl+E")
        self._add(menu, _("Days to come, for a ca&lendar…"), "calendar")
        self._add(menu, _("&What changed since version 1"), "changes", "Ctrl+H")
        self._add(menu, _("Re&view: did it do what it promised?"), "review", "Ctrl+Shift+V")
        menu.addSeparator()
        self._add(menu, _("Check the re&gister"), "check_register")
        menu.addSeparator()
        self._add(menu, _("Copies of the register (&backups)…"), "backups", "Ctrl+B")
        self._add(menu, _("Encr&yption of the register…"), "encryption", "Ctrl+Shift+E")
        self._add(menu, _("&Past the time of keeping…"), "retention")
        menu.addSeparator()
        self._add(menu, _("&Quit"), "quit", "Ctrl+Q")

    def _view(self, menu: QMenu) -> None:
        said = {
            Scheme.SYSTEM: _("Colours: as the s&ystem"),
            Scheme.LIGHT: _("Colours: &light"),
            Scheme.DARK: _("Colours: &dark"),
            Scheme.HIGH_CONTRAST: _("Colours: &high contrast"),
        }
        self._schemes, self._scales = QActionGroup(menu), QActionGroup(menu)
        for scheme, text in said.items():
            self._choice(menu, self._schemes, text, scheme.value)
        menu.addSeparator()
        for scale in SCALES:
            self._choice(menu, self._scales, _("Text: {percent} %").format(percent=round(scale * 100)), scale)
        menu.addSeparator()
        self._add(menu, _("Lar&ger text"), "larger", "Ctrl++|Ctrl+=")
        self._add(menu, _("S&maller text"), "smaller", "Ctrl+-")
        self._add(menu, _("&Normal text"), "normal", "Ctrl+0")
        self._schemes.triggered.connect(self._do["scheme"])
        self._scales.triggered.connect(self._do["scale"])

    def _choice(self, menu: QMenu, group: QActionGroup, text: str, data: object) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setData(data)
        group.addAction(action)

    def _help(self, menu: QMenu) -> None:
        self._add(menu, _("&Keys"), "keys", "F1|Ctrl+?")
        self._add(menu, _("&Where is my data?"), "data")
        self._add(menu, _("If a key is &lost, or somebody leaves"), "keys_lost")
        self._add(menu, _("&About Fairness Desktop"), "about")


class OtherExamples(QObject):
    """The menu of finished decisions beside the first one, each with its kind.

    It is filled when it is first looked at: reading every file is nothing to wait for at the start.
    """

    wanted = Signal(str)

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self.services: Services | None = None
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._chosen)

    def first(self) -> None:
        """The one that needs no name."""
        self.wanted.emit("")

    def _fill(self) -> None:
        if self.services is None or not self._menu.isEmpty():
            return
        _first, *others = self.services.register.examples().items()
        for name, example in sorted(others, key=_by_kind):
            kind = "" if example.kind is None else f"{label(example.kind)}: "
            self._menu.addAction(f"{kind}{example.title}".replace("&", "&&")).setData(name)

    def _chosen(self, entry: QAction) -> None:
        self.wanted.emit(entry.data())


def _by_kind(named: tuple[str, Assessment]) -> tuple[int, str]:
    """The place of an example in the list: by its kind, then by its title."""
    _name, example = named
    return (len(Kind) if example.kind is None else list(Kind).index(example.kind), example.title)
