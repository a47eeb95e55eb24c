"""Connections to a file, plain or encrypted: the one place that knows both libraries and what they raise."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from urllib.parse import quote

from ..domain.errors import EncryptedError
from ..domain.safekeeping.encryption import plain_form
from ..i18n import _

PATIENCE = 5.0
"""Seconds for which the library itself waits for another connection."""

PLAIN = b"SQLite format 3\0"
_PAGE = 4096
_VARIED = 200
"""Different bytes among the first page's from which on it looks like chance: text and pictures have fewer."""

Connection = sqlite3.Connection
"""What either library gives; the encrypting one behaves alike, though it is no subclass."""


def errors() -> tuple[type[Exception], ...]:
    """What the libraries in use raise."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error,) if cipher is None else (sqlite3.Error, cipher.Error)


def failures() -> tuple[type[Exception], ...]:
    """What they or the system raise where file or disk do not do what they should."""
    return (*errors(), OSError)


def mistakes() -> tuple[type[Exception], ...]:
    """What they raise where the mistake is ours: a broken rule, a wrong call."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    ours: tuple[type[Exception], ...] = (sqlite3.IntegrityError, sqlite3.ProgrammingError)
    return ours if cipher is None else (*ours, cipher.IntegrityError, cipher.ProgrammingError)


def looks_encrypted(path: Path) -> bool:
    """Whether a file could be an encrypted register: whole pages that look like chance."""
    try:
        with path.open("rb") as file:
            first = file.read(_PAGE)
        size = path.stat().st_size
    except OSError:
        return False
    whole = size >= _PAGE and size % _PAGE == 0
    return whole and not first.startswith(PLAIN) and len(set(first)) > _VARIED


def connect(path: Path, secret: str | None, *, read_only: bool = False, fixed: bool = False) -> Connection:
    """A connection that commits each statement by itself.

    Whether a file is encrypted is seen by itself; of a plain one the passphrase is not asked. ``fixed`` promises that
    nobody changes the file meanwhile, and reads it without any lock. EncryptedError where the passphrase is missing or
    opens nothing; otherwise whatever the library raises.
    """
    wish = "?immutable=1" if fixed else "?mode=ro" if read_only else ""
    address = f"file:{quote(str(path.absolute()))}{wish}"
    if not looks_encrypted(path):
        return sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=True)
    if secret is None:
        raise EncryptedError(_("“{path}” is encrypted; its passphrase is needed.").format(path=path))
    return _unlocked(_cipher(address, secret), path)


def create(path: Path, secret: str | None) -> Connection:
    """A connection to a file that is not there yet, which will be encrypted where there is a passphrase."""
    if secret is not None:
        return _cipher(str(path), secret)
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def _cipher(address: str, secret: str) -> Connection:
    from sqlcipher3 import dbapi2

    connection: Connection = dbapi2.connect(
        address, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=address.startswith("file:")
    )
    for pragma in ("cipher_log_level = NONE", f"key = {key(secret)}", "temp_store = MEMORY"):
        if secret or not pragma.startswith("key"):  # an empty key is refused; with none at all a plain file is read
            connection.execute(f"PRAGMA {pragma}")
    return connection


def _unlocked(connection: Connection, path: Path) -> Connection:
    """The connection once it has been seen that the passphrase opens the file."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except errors() as error:
        connection.close()
        if "not a database" not in str(error):
            raise
        raise EncryptedError(
            _("The passphrase does not open “{path}”. Or the file is damaged, or no register at all.").format(path=path)
        ) from error
    return connection


def key(secret: str) -> str:
    """A passphrase as a literal of SQL, the same whatever keyboard it was typed on."""
    return text(plain_form(secret))


def text(words: str) -> str:
    """Words as a literal of SQL."""
    return "'" + words.replace("'", "''") + "'"
