"""Everything that is said of a record handed in, line by line: for a terminal, and for a report to be kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain.sealing.fingerprints import grouped, words_in_lines
from ..domain.sealing.trust import Root
from ..domain.sealing.verdict import Recomputed, RecordCheck, Relaid, SignatureSeen
from ..i18n import _
from .verdicts import headline, in_ranges, in_short, meaning, next_steps


def told(check: RecordCheck) -> Iterator[str]:
    """Verdict, what it means, who signed, what was worked out again."""
    short = in_short(check)
    yield f"{check.file}: {headline(check)}" + (f" ({short})" if short else "")
    about = " ".join(text for text in (check.reference, check.title) if text)
    if about:
        yield f"  {about}"
    yield f"  {meaning(check)}"
    for seen in check.signatures:
        yield from _signed(seen)
    yield from _followed(check)


def to_do(check: RecordCheck) -> Iterator[str]:
    """What to do next, step by step."""
    for number, step in enumerate(next_steps(check), 1):
        yield f"  {number}. {step}"


def to_be_trusted(checks: Sequence[RecordCheck]) -> list[Root]:
    """The root certificates of sound records that are not trusted yet, each once."""
    seen = (s for check in checks if check.good for s in check.signatures)
    return list({s.root.fingerprint: s.root for s in seen if s.root is not None and not s.trusted}.values())


def asked_about(root: Root) -> Iterator[str]:
    """A root certificate to ask the council about, in digits and in words."""
    yield _("root certificate of {council}, not trusted here").format(council=root.called)
    yield f"    {grouped(root.fingerprint)}"
    for line in words_in_lines(root.fingerprint):
        yield f"    {line}"


def _signed(seen: SignatureSeen) -> Iterator[str]:
    when = seen.signed_at.strftime("%Y-%m-%d %H:%M %Z") if seen.signed_at else _("no time given")
    clock = _("by the signer's clock") if seen.time_source == "signer_clock" else _("by a time-stamp service")
    yield _("  signed by {name}, {role}, {when}, {clock}").format(
        name=seen.signer, role=seen.role or _("no role given"), when=when, clock=clock
    )
    yield _("  fingerprint {fingerprint}").format(fingerprint=seen.fingerprint)


def _followed(check: RecordCheck) -> Iterator[str]:
    figures = {
        Recomputed.MATCHES: _("  figures worked out again from the data: they match"),
        Recomputed.DIFFERS: _("  figures worked out again from the data: they DIFFER"),
        Recomputed.NO_DATA: _("  no data attached to work the figures out again"),
    }
    yield figures[check.recomputed]
    pages = {
        Relaid.MATCHES: _("  pages laid again from the data: they match"),
        Relaid.DIFFERS: _("  pages laid again from the data: they DIFFER"),
        Relaid.OTHER_VERSION: _("  pages laid by another version of the program: their texts were compared instead"),
    }
    if check.relaid is not None:
        which = in_ranges(check.pages)
        yield pages[check.relaid] + (
            _(" (page {numbers} of {count})").format(numbers=which, count=check.page_count) if which else ""
        )
    for difference in check.differences:
        yield f"    {difference}"


def report(check: RecordCheck) -> str:
    """All of it as a text to be kept beside the file."""
    lines = [*told(check), *to_do(check)]
    for root in to_be_trusted([check]):
        lines.extend(asked_about(root))
    return "\n".join(lines) + "\n"
