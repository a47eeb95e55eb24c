"""The command that checks records: one, or folders of them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from ...domain.errors import InvalidInputError
from ...domain.sealing.verdict import RecordCheck, Verdict
from ...i18n import _, ngettext
from ...services.checking.checking import Checking
from ...services.checking.documents import verdict_document, verdicts_csv
from ...services.checking.files import File
from ...services.writing import write_whole
from ...telling.checked import asked_about, to_be_trusted, to_do, told
from ...telling.verdicts import headline
from ..context import ANY_PATH, FILE, composition
from ..speaking import BAD, INTERRUPTED, say, say_json

FEW = 5
"""Files each of which is told in full; of more, those that are sound get a line."""


@click.command()
@click.argument("paths", type=ANY_PATH, nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--trust",
    type=FILE,
    metavar="CERT",
    help=_("A council's root certificate (DER or PEM), trusted beside those of the trust list."),
)
@click.option("--json", "in_json", is_flag=True, help=_("Answer with one JSON document."))
@click.option("--csv", "csv_out", type=FILE, metavar="FILE", help=_("Write the verdicts to a CSV file too."))
def verify(paths: tuple[Path, ...], trust: Path | None, csv_out: Path | None, *, in_json: bool) -> None:
    """Check records: signature, integrity, recomputation. A folder stands for every PDF below it.

    A record is valid where its council is on the trust list (see “trust”). With --trust, anything less is a failure.
    """
    checking = composition().checking()
    also = (checking.here.certificate(trust),) if trust is not None else ()
    meant = checking.files(paths)
    if not meant:
        raise InvalidInputError("", _("There is no PDF in what was named; name a file or a folder that holds some."))
    at_once = not in_json and not _bar_wanted(meant)
    checks = []
    for check in _followed(checking, meant, also):
        checks.append(check)
        if at_once:
            _tell(check, len(meant))
    if csv_out is not None:
        write_whole(verdicts_csv(checks).encode("utf-8-sig"), csv_out)
    if in_json:
        say_json([verdict_document(check) for check in checks])
    else:
        _tell_all([] if at_once else checks, checks)
    met = trust is None or all(check.verdict is Verdict.VALID for check in checks)
    if not met or not all(check.good for check in checks):
        click.get_current_context().exit(BAD)


def _followed(checking: Checking, meant: list[File], also: tuple[bytes, ...]) -> Iterator[RecordCheck]:
    """What is found of each, with a bar on stderr where somebody looks on; Ctrl-C leaves, and says how far it came."""
    done = 0
    hidden = not _bar_wanted(meant)
    try:
        with click.progressbar(
            length=len(meant), label=_("Checking"), show_pos=True, hidden=hidden, file=sys.stderr
        ) as bar:
            for check in checking.checks(meant, also):
                done += 1
                yield check
                bar.update(1)
    except KeyboardInterrupt:
        said = _("Stopped after {done} of {count} files; no CSV and no JSON was written.")
        click.echo("\n" + said.format(done=done, count=len(meant)), err=True)
        click.get_current_context().exit(INTERRUPTED)


def _bar_wanted(meant: list[File]) -> bool:
    return len(meant) > 1 and sys.stderr.isatty()


def _tell(check: RecordCheck, count: int) -> None:
    """One file: in full where there are few, or where it cannot be relied on."""
    if count > FEW and check.good:
        say(f"{check.file}: {headline(check)}")
        return
    for line in (*told(check), *(to_do(check) if _of_its_own(check) else ())):
        say(line)


def _of_its_own(check: RecordCheck) -> bool:
    """Whether what to do next is told of that file; whom to trust is asked once for all of them."""
    return check.verdict is not Verdict.VALID_UNTRUSTED or not check.good


def _tell_all(untold: list[RecordCheck], checks: list[RecordCheck]) -> None:
    """What was not told on the way, whom one may come to trust, and of several files how many of each verdict."""
    for check in untold:
        _tell(check, len(checks))
    for root in to_be_trusted(checks):
        for line in asked_about(root):
            say(line)
    sound = next((check for check in checks if not _of_its_own(check)), None)
    if sound is not None:
        for line in to_do(sound):
            say(line)
        say(_("  “fairness-desktop trust add CERTIFICATE” trusts it here, once you have compared."))
    if len(checks) > 1:
        counted = Counter(headline(check) for check in checks)
        files = ngettext("{count} file checked", "{count} files checked", len(checks)).format(count=len(checks))
        say(f"{files}: " + "; ".join(f"{count} {what}" for what, count in counted.most_common()))
