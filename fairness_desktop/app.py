"""The composition root: the one module that knows every layer. Heavy libraries are imported where they are needed."""

from __future__ import annotations

import os
import uuid
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from . import shipped
from .cli.context import Composition
from .cli.speaking import store_passphrase
from .domain.framework import Framework
from .domain.safekeeping.access import Access
from .services.bundle import Services
from .services.checking.checking import Checking
from .services.checking.verifying import Verifying
from .services.safekeeping import Safekeeping
from .watching import Progress, unwatched

if TYPE_CHECKING:
    from .exchange.decoding import Frameworks
    from .record.seal import PyHankoChecker
    from .services.adopting.adopting import Adopting
    from .services.handing.preparing import Preparing
    from .services.register import Register
    from .storage.safekeeping.copies import FolderCopies
    from .storage.store import SqliteStore

DATA_VARIABLE = "FAIRNESS_DESKTOP_DATA"
REGISTER_FILE = "register.sqlite"
IDENTITIES = "identities"
TRUST_FOLDER = "trusted-councils"
NAME = "Fairness Desktop"


def data_folder(named: Path | None) -> Path:
    """The folder all data lies in: the one named, else the environment's, else the system's place for such data."""
    import platformdirs

    if named is not None:
        return named
    from_environment = os.environ.get(DATA_VARIABLE)
    if from_environment:
        return Path(from_environment)
    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def trust_folder(data: Path) -> Path:
    """The folder of the trust list: among the user's settings, or beside data that lie in a place of their own."""
    import platformdirs

    usual = Path(platformdirs.user_data_dir(NAME, appauthor=False))
    with_settings = Path(platformdirs.user_config_dir(NAME, appauthor=False))
    return (with_settings if data == usual else data) / TRUST_FOLDER


def now() -> datetime:
    """The clock of this computer, in UTC."""
    return datetime.now(UTC)


def services(
    data: Path,
    access: Access = Access.WRITE,
    secret: str | None = None,
    keys: Path | None = None,
    progress: Progress = unwatched,
) -> Services:
    """Everything one can do with the data in a folder; StorageError where its register cannot be opened.

    ``secret`` is the passphrase of an encrypted register; ``keys`` is where signers are kept, if not with the data;
    ``progress`` is told how far it is where the register has to be brought up to date.
    """
    from .storage.access import open_as

    frameworks = known_frameworks()
    store = open_as(data / REGISTER_FILE, frameworks, access, secret, progress)
    return _over(store, frameworks, data, keys or data / IDENTITIES)


def demonstration(data: Path, keys: Path) -> Services:
    """The same, with whoever signs in a folder of their own: keys to throw away are no business of the register's."""
    return services(data, Access.WRITE, store_passphrase(), keys)


def _over(store: SqliteStore, frameworks: dict[tuple[str, str], Framework], data: Path, keys: Path) -> Services:
    """What one can do with a store that is open."""
    from .frameworks import catalogue
    from .record.pdf import PdfRecordMaker
    from .record.seal import FolderIdentities
    from .services.adopting.adopting import Adopting
    from .services.countersigning import Countersigning
    from .services.encryption import Encryption
    from .services.handing import handing
    from .services.issuing import Issuing
    from .services.publications.publications import Publications
    from .services.publishing import Publishing
    from .services.reading.approving import Approving
    from .services.retention import Retention
    from .services.timing import Timing
    from .storage.safekeeping.rekeying import StoreKeying

    packs = catalogue.packs(shipped.folder() / "packs")
    identities, checker = FolderIdentities(keys, now), _checker(data)
    checking_, timing = checking(data), Timing(store, checker, identities)
    issuing = Issuing(store, PdfRecordMaker(), identities, checker, packs, timing, now)
    adopting = Adopting(store, frameworks, frameworks[catalogue.SHIPPED])
    register, copies = _register(store, frameworks, adopting), _copies(data, store)
    return Services(
        register=register,
        issuing=issuing,
        publishing=Publishing(issuing, PdfRecordMaker(), identities, checker, timing, now),
        publications=Publications(store, issuing, PdfRecordMaker(), identities, checker, timing, now),
        countersigning=Countersigning(store, identities, checker, checking_.here, timing, now),
        handing=handing(store, frameworks, now, register, checking_, preparing),
        timing=timing,
        checking=checking_,
        identities=identities,
        frameworks=frameworks,
        packs=packs,
        data_folder=data,
        safekeeping=Safekeeping(copies, now),
        encryption=Encryption(StoreKeying(data / REGISTER_FILE, store, copies)),
        retention=Retention(store, now, register.who),
        approving=Approving(now),
        adopting=adopting,
        close=store.close,
        only_read=store.only_read,
    )


def _register(store: SqliteStore, frameworks: Frameworks, adopting: Adopting) -> Register:
    from .services.register import Register

    return Register(store, frameworks, adopting.in_force, now, _new_id, shipped.examples())


def known_frameworks() -> dict[tuple[str, str], Framework]:
    """The frameworks that ship with the program; needs no data folder."""
    from .frameworks import catalogue

    return catalogue.frameworks(shipped.folder() / "frameworks")


def preparing(also: tuple[bytes, ...]) -> Preparing:
    """Making bundles ready under the frameworks that ship and those also given; needs no data folder."""
    from .services.handing.preparing import Preparing, frameworks_of
    from .storage.keeping.rows import ready_chain

    return Preparing({**frameworks_of(also), **known_frameworks()}, ready_chain)


def kept_frameworks(data: Path) -> dict[tuple[str, str], Framework]:
    """Those kept in a register beside those that ship; StorageError where there is one that cannot be read."""
    from .services.handing.preparing import frameworks_of
    from .storage.access import open_to_look

    found = known_frameworks()
    store = open_to_look(data / REGISTER_FILE, found, store_passphrase())
    if store is None:
        return found
    try:
        return {**frameworks_of(store.kept_frameworks()), **found}
    finally:
        store.close()


def safekeeping(data: Path) -> Safekeeping:
    """The copies of a register that cannot be opened: one can still go back to a copy."""
    return Safekeeping(_copies(data, None), now)


def _copies(data: Path, store: SqliteStore | None) -> FolderCopies:
    from .storage.safekeeping.copies import FolderCopies

    return FolderCopies(data / REGISTER_FILE, store, known_frameworks(), now)


def verifying(lists: tuple[Path, ...] = ()) -> Verifying:
    """Checking records, with the revocation lists in those folders, which need not be there."""
    from .record.relaying import RecordRelayer
    from .record.seal import PyHankoChecker
    from .record.seal.trust import FolderLists

    return Verifying(PyHankoChecker(FolderLists(*lists)), RecordRelayer())


def checking(data: Path) -> Checking:
    """Checking records under those whom the user trusts; needs no register, and no data folder that is there."""
    from .record.seal.trust import FolderTrust

    trust = trust_folder(data)
    return Checking(partial(verifying, (data / IDENTITIES, trust)), FolderTrust(trust))


def _checker(data: Path) -> PyHankoChecker:
    from .record.seal import PyHankoChecker
    from .record.seal.trust import FolderLists

    return PyHankoChecker(FolderLists(data / IDENTITIES, trust_folder(data)))


def _new_id() -> str:
    return str(uuid.uuid4())


def command_line() -> Composition:
    """What the command line is built from."""
    return Composition(
        data_folder, services, checking, known_frameworks, kept_frameworks, window, safekeeping, demonstration
    )


def window(data: Path, quit_when_shown: bool, files: tuple[Path, ...] = ()) -> int:
    """Open the window, on those files; returns the exit code."""
    from .desktop.application import run

    def bring(secret: str | None, progress: Progress) -> Services:
        return services(data, Access.WINDOW, secret or store_passphrase(), progress=progress)

    def rescue() -> Safekeeping:
        return safekeeping(data)

    return run(bring, rescue, data, quit_when_shown=quit_when_shown, files=files)
