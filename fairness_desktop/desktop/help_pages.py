"""What the help pages say: pairs of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from .. import __version__
from ..domain.history import Step
from ..domain.progress import Step as Page
from ..i18n import _
from ..services.safekeeping import Safekeeping
from ..telling.changes import since_the_first, told_changes, told_step
from .safekeeping.wording import size, when

MOST_STEPS = 300
"""Steps told in the window; the command line tells all."""

Rows = list[tuple[str, str]]


def what_changed(steps: Sequence[Step], names: Mapping[str, str], page: Page | None = None) -> Rows:
    """Who changed what since the first version, the latest first; of one page of the walk, where that is wanted."""
    told = [(step, "\n".join(told_changes(step, page, names))) for step in reversed(since_the_first(steps))]
    rows = [
        (told_step(step, when), said or _("Nothing in it was changed by this."))
        for step, said in told
        if said or page is None
    ][:MOST_STEPS]
    nothing = _("Nothing was changed since it was begun.") if page is None else _("Nothing of this step was changed.")
    return rows or [(_("Nothing yet"), nothing)]


def what_was_found(faults: object) -> Rows:
    """What a check of the register came to."""
    assert isinstance(faults, list)
    if not faults:
        return [(_("All is well"), _("Everything in the register is as it was written."))]
    advice = _("Do not go on working in it. Restore a backup, and keep this file for whoever looks into it.")
    return [*((_("Fault {number}").format(number=n), str(said)) for n, said in enumerate(faults, 1)), ("", advice)]


def where_is_my_data(folder: Path, keeping: Safekeeping | None, *, encrypted: bool | None = None) -> Rows:
    """Where everything lies, how much of it there is, and that it stays there."""
    register = _("all assessments, their history and the signed records, in one SQLite file")
    rows = [
        (_("Folder"), str(folder)),
        (_("Register"), register if keeping is None else f"{register} ({size(keeping.register_size)})"),
        (_("Identities"), _("your signing keys, encrypted under your passphrase")),
    ]
    if encrypted is not None:
        rows.append((_("Encryption"), _encryption(on=encrypted)))
    if keeping is not None:
        rows.append((_("Copies"), _copies(keeping)))
        rows += [(_("Warning"), risk.described()) for risk in keeping.risks()]
    return [*rows, (_("Leaves this computer"), _("nothing, unless you save or send a file yourself"))]


def _encryption(*, on: bool) -> str:
    if on:
        return _("register and copies are encrypted; without the passphrase nobody can read them, not even you")
    return _("the register is not encrypted: whoever gets at this disk can read it")


def _copies(keeping: Safekeeping) -> str:
    copies = keeping.copies()
    if not copies:
        return _("none yet; one is made by itself when the program starts and something has changed")
    said = _("{count} in the folder “{folder}”, {size} in all; the newest is of {when}")
    total = size(sum(copy.size for copy in copies))
    return said.format(count=len(copies), folder=keeping.folder.name, size=total, when=when(copies[0].at))


def keys_and_people() -> Rows:
    """What to do when a key, a passphrase or a person is gone."""
    return [
        (
            _("a key or passphrase is lost, or somebody else saw it"),
            _(
                "1. Revoke the identity: “Revoke…”, key lost, and the first day on which another may have had it. "
                "2. Export the revocation list and hand it out to everybody who checks your records. "
                "3. Press “Renew…” beside the name: the same person gets a new key. "
                "Records signed before that day stay valid; what was signed from then on is not."
            ),
        ),
        (
            _("somebody leaves the council"),
            _(
                "1. Revoke their identity: “Revoke…”, left the council. 2. Hand out the revocation list. "
                "3. Make an identity for whoever signs now. All records they signed stay valid, and say later that the "
                "certificate was revoked afterwards. A record that waits for their signature has to be issued anew."
            ),
        ),
        (
            _("a certificate ends"),
            _(
                "Press “Renew…”, before or after. Old records stay valid: they are judged by the day they were signed "
                "on. Give the new certificate to whoever names this person as second signer."
            ),
        ),
        (
            _("the root's key or passphrase is lost"),
            _(
                "1. “Its key is lost…” makes another root. 2. Export it, hand it out, and read its words over the "
                "telephone. 3. Renew everybody. Old records stay valid for those who keep trusting the old root. If "
                "somebody else has the old key, ask all readers to trust it no more."
            ),
        ),
        (
            _("one of two signs on another computer"),
            _(
                "There: make their identity, and export its certificate. Here: choose “Two people sign” and take that "
                "file. Or make it here and take it there by “Copy the key…” and “Import a file…”."
            ),
        ),
    ]


def about() -> Rows:
    """What the program is, does, and never does."""
    return [
        (_("Version"), __version__),
        (_("What it does"), _("walks one delegated decision through the council's fairness framework")),
        (_("What it never does"), _("it never chooses, and it gives no legal advice")),
    ]
