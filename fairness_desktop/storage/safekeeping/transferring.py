"""From one file into another, whatever each is encrypted with."""

from __future__ import annotations

from pathlib import Path

from ..connecting import connect, create, key, looks_encrypted, text


def transfer(source: Path, secret: str | None, target: Path, new_secret: str | None) -> None:
    """Write what a file holds into one that is not there yet, under another passphrase or none.

    What the file says of itself goes along; it is left as one file with no log beside it. EncryptedError where the
    passphrase does not open the source; otherwise whatever the libraries raise.
    """
    encrypted = looks_encrypted(source)
    if encrypted == (new_secret is not None):
        _page_by_page(source, secret, target, new_secret)
    else:
        _row_by_row(source, secret if encrypted else "", target, new_secret or "")


def _page_by_page(source: Path, secret: str | None, target: Path, new_secret: str | None) -> None:
    reading, writing = connect(source, secret, read_only=True), create(target, new_secret)
    try:
        writing.execute("PRAGMA synchronous = FULL")
        reading.backup(writing, pages=-1)
        writing.execute("PRAGMA journal_mode = DELETE")
    finally:
        writing.close()
        reading.close()


def _row_by_row(source: Path, secret: str | None, target: Path, new_secret: str) -> None:
    """Only so does the library go from plain to encrypted and back; an empty passphrase is none."""
    if secret:
        connect(source, secret, read_only=True).close()  # says so where it does not open it
    reading = create(source, secret or "")
    try:
        reading.execute(f"ATTACH {text(str(target))} AS target KEY {key(new_secret)}")
        reading.execute("PRAGMA target.synchronous = FULL")
        reading.execute("SELECT sqlcipher_export('target')").fetchall()
        for pragma in ("application_id", "user_version"):
            (value,) = reading.execute(f"PRAGMA main.{pragma}").fetchone()
            reading.execute(f"PRAGMA target.{pragma} = {value}")
        reading.execute("DETACH target")
    finally:
        reading.close()
