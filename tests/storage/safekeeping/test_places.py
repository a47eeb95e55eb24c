"""Folders in which a register is in danger are known by their names, their marks and their file systems."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from fairness_desktop.domain.safekeeping.places import FolderRisk, RiskKind
from fairness_desktop.storage.safekeeping import places

MOUNTINFO = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /home/ann/council\040share rw,relatime shared:7 - cifs //server/share rw,vers=3.0
41 22 0:36 / /srv/papers rw,relatime shared:8 - nfs4 server:/papers rw
42 41 0:37 / /srv/papers/local rw,relatime shared:9 - tmpfs tmpfs rw
"""
MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//clerk@server/share on /Volumes/Council share (smbfs, nodev, nosuid, mounted by clerk)
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (PureWindowsPath(r"C:\Users\Ann\OneDrive - Example Town Council\Register"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Ann\Dropbox (Work)\Register"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\Ann\iCloudDrive\Register"), "iCloud"),
        (PurePosixPath("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/x"), "iCloud"),
        (PurePosixPath("/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive"), "Google Drive"),
        (PurePosixPath("/home/ann/Google Drive/x"), "Google Drive"),
        (PurePosixPath("/home/ann/Nextcloud/x"), "Nextcloud"),
        (PurePosixPath("/home/ann/.local/share/Fairness Desktop"), None),
        (PurePosixPath("/home/ann/about dropbox/x"), None),
        (PureWindowsPath(r"C:\Users\Ann\AppData\Local\Fairness Desktop"), None),
    ],
)
def test_that_a_synchronised_folder_is_known_by_its_name(
    folder: PurePosixPath | PureWindowsPath, service: str | None
) -> None:
    assert places.synchroniser_named(folder, {}) == service


def test_that_onedrive_is_known_by_what_the_system_says_of_it() -> None:
    folder = PureWindowsPath(r"D:\Work\Register")

    assert places.synchroniser_named(folder, {"OneDriveCommercial": r"D:\Work"}) == "OneDrive"
    assert places.synchroniser_named(folder, {"OneDrive": r"D:\Other"}) is None


@pytest.mark.parametrize(
    ("mark", "service"), [(".dropbox.cache", "Dropbox"), (".sync_0a1b.db", "Nextcloud"), (".stfolder", "Syncthing")]
)
def test_that_a_synchronised_folder_is_known_by_its_mark_in_a_folder_above(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / mark).touch()
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)

    assert places.risks(folder) == (FolderRisk(RiskKind.SYNCHRONISED, service),)


def test_that_a_folder_on_this_computer_has_no_risk(tmp_path: Path) -> None:
    assert places.risks(tmp_path) == ()
    assert not places.on_network(tmp_path)


@pytest.mark.parametrize(
    ("folder", "share"),
    [
        (PureWindowsPath(r"\\server\share\Register"), r"\\server\share"),
        (PureWindowsPath("//server/share/Register"), r"\\server\share"),
        (PureWindowsPath(r"\\?\C:\Register"), None),
        (PureWindowsPath(r"C:\Register"), None),
        (PurePosixPath("/home/ann"), None),
    ],
)
def test_that_a_share_is_known_by_its_path(folder: PurePosixPath | PureWindowsPath, share: str | None) -> None:
    assert places.share_named(folder) == share


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ann", "ext4"),
        ("/home/ann/council share/register", "cifs"),
        ("/srv/papers/2026", "nfs4"),
        ("/srv/papers/local", "tmpfs"),
        ("/srv/papersX", "ext4"),
    ],
)
def test_that_the_nearest_mount_point_decides(folder: str, kind: str) -> None:
    assert places.file_system(PurePosixPath(folder), list(places.mounted_on_linux(MOUNTINFO))) == kind


def test_that_a_mac_s_list_of_mounts_is_read() -> None:
    assert list(places.mounted_on_mac(MAC)) == [("/", "apfs"), ("/Volumes/Council share", "smbfs")]


def test_that_this_computer_s_own_mounts_are_read_as_another_tool_reads_them(tmp_path: Path) -> None:
    told = subprocess.run(["stat", "-f", "-c", "%T", str(tmp_path)], capture_output=True, text=True, check=True)

    kind = places.file_system(tmp_path, places.mounts())

    assert kind is not None
    assert told.stdout.strip().split("/")[0][:3] == kind[:3]


def test_that_a_warning_says_what_to_do() -> None:
    assert "Choose a folder that is not synchronised" in FolderRisk(RiskKind.SYNCHRONISED, "OneDrive").described()
    assert "only one computer" in FolderRisk(RiskKind.NETWORK, "nfs4").described()
