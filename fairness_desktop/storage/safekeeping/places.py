"""Folders a database should not lie in: those that a service synchronises, and those of another computer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from ...domain.safekeeping.places import FolderRisk, RiskKind

_CALLED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
"""How folders are called that services make; longer names that go on with “ - Council” or “ (Work)” are theirs too."""

_MARKED = {
    ".dropbox.cache": "Dropbox",
    ".dropbox": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
"""Files by which services mark the folders they synchronise."""

_JOURNALS = (".sync_*.db", "._sync_*.db")
"""What Nextcloud and ownCloud keep in the top of what they synchronise."""

_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

_ELSEWHERE = {
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "ncpfs", "afs", "ceph",
    "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse",
}  # fmt: skip
"""File systems of other computers; the write-ahead log needs memory that both sides share."""

_DRIVE_REMOTE = 4
_POINT = 4
"""Which word of a line of ``mountinfo`` is the mount point."""

Mounts = Iterable[tuple[str, str]]
"""Mount points and their file systems."""


def risks(folder: Path) -> tuple[FolderRisk, ...]:
    """What is risky about a folder on this computer, as it is now."""
    folder = folder.absolute()
    network = _network(folder, mounts())
    found = (_synchronised(folder, os.environ), None if network is None else FolderRisk(RiskKind.NETWORK, network))
    return tuple(risk for risk in found if risk is not None)


def on_network(folder: Path) -> bool:
    """Whether a folder lies on another computer."""
    return _network(folder.absolute(), mounts()) is not None


def _synchronised(folder: Path, environment: Mapping[str, str]) -> FolderRisk | None:
    name = synchroniser_named(folder, environment) or _marker_above(folder)
    return None if name is None else FolderRisk(RiskKind.SYNCHRONISED, name)


def synchroniser_named(folder: PurePath, environment: Mapping[str, str]) -> str | None:
    """The service that the names of a folder, or the environment, speak of."""
    for variable in _ONEDRIVE:
        root = environment.get(variable)
        if root and folder.is_relative_to(root):
            return "OneDrive"
    for part in reversed(folder.parts):
        low = part.casefold()
        for called, service in _CALLED.items():
            if low == called or low.startswith((f"{called} - ", f"{called} (", f"{called}-")):
                return service
    return None


def _marker_above(folder: Path) -> str | None:
    for above in (folder, *folder.parents):
        for marker, service in _MARKED.items():
            if (above / marker).exists() and above != Path.home():  # Dropbox keeps its settings in the home folder
                return service
        if any(next(iter(above.glob(pattern)), None) for pattern in _JOURNALS):
            return "Nextcloud"
    return None


def _network(folder: Path, known: Mounts) -> str | None:
    share = share_named(folder)
    if share is not None:
        return share
    if sys.platform == "win32":
        return _remote_drive(folder)
    kind = file_system(folder.resolve(), known)
    return kind if kind in _ELSEWHERE else None


def share_named(folder: PurePath) -> str | None:
    """The share that a path of Windows begins with, or None."""
    drive = folder.drive
    return drive if drive.startswith(("\\\\", "//")) and not drive.startswith(("\\\\?\\", "\\\\.\\")) else None


def file_system(folder: PurePath, known: Mounts) -> str | None:
    """The file system of the nearest mount point above a folder."""
    path = f"{folder.as_posix()}/"
    above = [(point, kind) for point, kind in known if path.startswith(f"{point.rstrip('/')}/")]
    return max(above, key=_depth)[1] if above else None


def _depth(mount: tuple[str, str]) -> int:
    return len(PurePath(mount[0]).parts)


def mounts() -> Mounts:
    """Every mount point of this computer, later ones over earlier ones; none where it cannot be asked."""
    if sys.platform == "linux":
        try:
            return list(mounted_on_linux(Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")))
        except OSError:
            return []
    if sys.platform == "darwin":
        import subprocess

        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5)
        return list(mounted_on_mac(told.stdout))
    return []


def mounted_on_linux(mountinfo: str) -> Iterator[tuple[str, str]]:
    """Mount points and file systems of ``/proc/self/mountinfo``."""
    for line in mountinfo.splitlines():
        before, _dash, after = line.partition(" - ")
        points, kinds = before.split()[_POINT : _POINT + 1], after.split()[:1]
        yield from zip(map(_plain, points), kinds, strict=False)


def _plain(escaped: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        escaped = escaped.replace(code, letter)
    return escaped


def mounted_on_mac(told: str) -> Iterator[tuple[str, str]]:
    """Mount points and file systems as ``mount`` tells them: ``//clerk@server/share on /Volumes/share (smbfs, …)``."""
    for line in told.splitlines():
        where, _open, kinds = line.rpartition(" (")
        point = where.partition(" on ")[2]
        if point:
            yield point, kinds.rstrip(")").split(",")[0].strip()


def _remote_drive(folder: Path) -> str | None:
    """The letter of a drive that Windows maps to another computer."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return folder.drive if kernel.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE else None
