"""The window: start, register, check a record, and the walk through one decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from ..domain.errors import FairnessError
from ..domain.register import RegisterQuery
from ..domain.vocabulary import AssessmentId, Form
from ..i18n import _
from . import theme as themes
from .help_pages import about, keys_and_people, where_is_my_data
from .menus import Menus, keys
from .preferences import Preferences
from .reviewing.host import ReviewHost
from .shell.looks import Looks
from .shell.register_check import RegisterCheck

if TYPE_CHECKING:  # views are imported when they are first shown: nothing may delay the first paint
    from ..services.bundle import Services
    from ..services.walk import Walk
    from .models.check_session import CheckSession


class MainWindow(ReviewHost):
    """One view at a time; views are built when first needed, and anew when colours or size of text change."""

    ready = Signal()

    def __init__(self, preferences: Preferences, data_folder: Path) -> None:
        super().__init__()
        self._preferences, self._data_folder = preferences, data_folder
        self._looks = Looks(preferences, self)
        self._looks.changed.connect(self._apply_theme)
        self._checks: CheckSession | None = None
        self._register_check = RegisterCheck(self._stage, self)
        self.setWindowTitle(_("Fairness Desktop"))
        self.resize(1366, 768)
        self._build()

    def _build(self) -> None:
        self._menus = Menus(self, self._doings())
        self._menus.show(self._preferences.scheme, self._preferences.scale)
        self._menus.examples.wanted.connect(self.open_example)

    def _doings(self) -> dict[str, Callable[..., None]]:
        looks = self._looks
        return {
            "new_full": self._new_full, "new_short": self._new_short, "framework": self.show_framework,
            "register": self.show_register, "check": self.show_check, "draft": self._save_draft, "quit": self._quit,
            "countersign": self.show_countersign, "backups": self.show_backups, "trust": self.show_trust,
            "signers": self.show_signers, "in_full": self.go_on_in_full,
            "retention": self.show_retention, "encryption": self.show_encryption, "review": self.review,
            "scheme": looks.set_scheme, "scale": looks.set_scale, "larger": looks.larger, "smaller": looks.smaller,
            "normal": looks.normal, "keys": self._show_keys, "data": self._show_data, "about": self._show_about,
            "changes": self._show_changes, "check_register": self._check_register, "keys_lost": self._show_keys_lost,
            "calendar": self._save_calendar,
        }  # fmt: skip

    def set_services(self, services: Services) -> None:
        """Begin: the register where there is one, else the first choices."""
        self.let_go()
        self._services = self._menus.examples.services = services
        self.warn(services.only_read, _("Try again") if services.only_read else "")
        if self._is_empty():
            self.show_start()
        else:
            self.show_register()
        self.ready.emit()

    def show_start(self) -> None:
        """The first choices."""
        from .views.start_view import StartView

        view = StartView()
        view.example_wanted.connect(self.open_example)
        view.new_wanted.connect(self.start_new)
        view.check_wanted.connect(self.show_check)
        view.register_wanted.connect(self.show_register)
        view.signers_wanted.connect(self.show_signers)
        self._show(view, self.show_start)

    def show_register(self) -> None:
        """Everything that has been decided, and what waits."""
        if self._services is None:
            return
        from .views.register_view import RegisterView

        view = RegisterView(self._services)
        view.open_wanted.connect(self.open)
        view.look.review_wanted.connect(self.review)
        view.new_wanted.connect(self.start_new)
        view.example_wanted.connect(self.open_example)
        view.check_wanted.connect(self.show_check)
        view.files_wanted.connect(self.open_files)
        view.changes_wanted.connect(self._stage.show_changes)
        self._show(view, self.show_register)

    def show_check(self) -> None:
        """Check a record that somebody handed in."""
        if self._services is None:
            return
        from .views.checking.check_view import CheckView

        view = CheckView(self._checking(self._services))
        view.register_wanted.connect(self.show_register)
        view.new_wanted.connect(self.start_new)
        view.trust_wanted.connect(self.show_trust)
        self._show(view, self.show_check)

    def check_records(self, paths: Sequence[Path]) -> None:
        """Check records that were opened."""
        from .views.checking.check_view import CheckView

        self.show_check()
        if isinstance(self.view, CheckView):
            self.view.check(list(paths))

    def show_trust(self) -> None:
        """Whose records are valid here."""
        if self._services is None:
            return
        from .views.checking.trust_view import TrustView

        view = TrustView(self._checking(self._services))
        view.closed.connect(self.show_check)
        self._show(view, self.show_trust)
        view.focus()

    def _checking(self, services: Services) -> CheckSession:
        """What is being checked: it goes on and stays, whatever view is on show."""
        from .models.check_session import CheckSession

        if self._checks is None:
            self._checks = CheckSession(services.checking, self)
        return self._checks

    def show_countersign(self) -> None:
        """Sign second a record that somebody else's computer made."""
        if self._services is None:
            return
        from .issue.countersign_view import CountersignView

        view = CountersignView(self._services)
        view.closed.connect(self.show_register)
        if self._show(view, self.show_countersign):
            view.choose.setFocus()

    def show_signers(self) -> None:
        """Who can sign here, and until when."""
        if self._services is None:
            return
        from .signers.signers_view import SignersView

        view = SignersView(self._services)
        view.closed.connect(self.show_register)
        if self._show(view, self.show_signers):
            view.focus()

    def start_new(self, form: object) -> None:
        """Begin a new decision."""
        assert isinstance(form, Form)
        self._walk_through(self._register_call("new", form))

    def open(self, wanted: str) -> None:
        """Go on with a decision of the register."""
        self._walk_through(self._register_call("open", AssessmentId(wanted)))

    def open_example(self, name: str = "") -> None:
        """A finished example, the first where none is named, to look at and to change."""
        self._walk_through(self._register_call("open_example", name))

    def _new_full(self) -> None:
        self.start_new(Form.FULL)

    def _new_short(self) -> None:
        self.start_new(Form.SHORT)

    def _register_call(self, name: str, *arguments: object) -> Walk | None:
        """A walk from the register; None, and a notice, where there is none to be had."""
        if self._services is None:
            return None
        try:
            walk: Walk = getattr(self._services.register, name)(*arguments)
        except FairnessError as error:
            self.tell(str(error))
            return None
        return walk

    def _walk_through(self, walk: Walk | None) -> None:
        if walk is None or self._services is None:
            return
        from .session_model import SessionModel
        from .shell.walk_view import WalkView

        session = SessionModel(walk, self._services)
        view = WalkView(session)
        session.setParent(view)
        view.register_wanted.connect(self.show_register)
        view.open_wanted.connect(self.open)
        view.form_changed.connect(self._build_walk_again, Qt.ConnectionType.QueuedConnection)
        if self._show(view, self._build_walk_again):
            self._walk = view

    def _build_walk_again(self) -> None:
        """The same walk at the same step, in the theme now in force."""
        if self._walk is not None:
            step, walk = self._walk.step, self._walk.session.walk
            self._walk_through(walk)
            self._walk.go_to(step)

    def _is_empty(self) -> bool:
        assert self._services is not None
        try:
            return self._services.register.count(RegisterQuery()) == 0
        except FairnessError as error:
            self.tell(str(error))
            return False

    def _save_draft(self) -> None:
        if self._walk is not None:
            self._walk.at_the_decision().record.save_draft()

    def _save_calendar(self) -> None:
        if self._walk is None:
            self.tell(_("Open a decision first: its days are saved for a calendar then."))
        else:
            self._walk.at_the_decision().after.calendar.save_days()

    def _apply_theme(self) -> None:
        """Put the theme in force and build the view anew in it, once everything it shows is in the store."""
        saved = self.save_all()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        themes.apply(app, self._preferences.theme())
        self._menus.show(self._preferences.scheme, self._preferences.scale)
        self._menus.examples.wanted.connect(self.open_example)
        if saved:
            self._again()

    def _show_keys(self) -> None:
        self._stage.show_help(_("Keys"), keys())

    def _show_data(self) -> None:
        keeping = None if self._services is None else self._services.safekeeping
        encrypted = None if self._services is None else self._services.encryption.on
        doing = [(_("Open the folder"), self._open_folder), (_("Copies of the register…"), self.show_backups)]
        doing.append((_("Encryption…"), self.show_encryption))
        rows = where_is_my_data(self._data_folder, keeping, encrypted=encrypted)
        self._stage.show_help(_("Where is my data?"), rows, doing)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_folder)))

    def _show_about(self) -> None:
        self._stage.show_help(_("About Fairness Desktop"), about())

    def _show_keys_lost(self) -> None:
        self._stage.show_help(_("If a key is lost, or somebody leaves"), keys_and_people())

    def _show_changes(self) -> None:
        """What was changed in the decision on show, and by whom."""
        if self._walk is None:
            self.tell(_("Open a decision first: its history is shown then."))
        elif self.save_all():
            self._stage.show_changes(self._walk.session.walk)

    def _check_register(self) -> None:
        """See beside the window whether the register still holds what was written."""
        if self._services is not None and self.save_all():
            self._register_check.begin(self._services.register)

    def _quit(self) -> None:
        self.close()
