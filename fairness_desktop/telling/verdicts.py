"""A verdict in plain words: why it was given, what it means, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.sealing.identity import Ground, ground_label
from ..domain.sealing.verdict import Cause, Recomputed, RecordCheck, Relaid, SignatureSeen, Verdict, verdict_label
from ..i18n import N_, _, ngettext

_WHY = {
    Cause.SOUND: N_("Signed, unchanged since, and the signer's council is trusted here."),
    Cause.NOT_TRUSTED: N_(
        "Signed and unchanged since; whether the signer is who it says is not yet known here. Compare the fingerprint "
        "with the council's over the telephone."
    ),
    Cause.SIGNED_BYTES: N_(
        "The file was changed after it was signed. Do not rely on this copy; ask the council for the record again."
    ),
    Cause.AFTERWARDS: N_(
        "Something was added or altered after the last signature. Do not rely on this copy; ask the council for the "
        "record again."
    ),
    Cause.CONTAINER: N_(
        "A signature in it is not written as it was signed: something may hide there. Do not rely on this copy; ask "
        "the council for the record again."
    ),
    Cause.BAD_SIGNATURE: N_("The signature does not fit its certificate. Do not rely on this copy."),
    Cause.BAD_TIME_STAMP: N_("A time stamp in it does not hold. Do not rely on this copy."),
    Cause.NOT_OURS: N_("The signed data do not say who was to sign, so this is no record of ours."),
    Cause.OTHER_SIGNER: N_("It was signed by another certificate than the record names. Do not rely on it."),
    Cause.REVOKED: N_(
        "A certificate had been revoked when it signed: {what}. Do not rely on this copy; ask the council."
    ),
    Cause.HALF_SIGNED: N_("{count} of {expected} signatures: not yet countersigned, or rolled back."),
    Cause.STRIPPED: N_("The record should be signed, and its signature was taken out. Ask for the signed one."),
    Cause.LOOK_ALIKE: N_(
        "The signer's council bears the name of a trusted one, but has another key. Do not rely on it."
    ),
    Cause.NOT_CHECKABLE: N_(
        "The signature cannot be checked, so it vouches for nothing. Ask for the record again. ({what})"
    ),
    Cause.DRAFT: N_("Nobody has signed this file: it is a draft."),
    Cause.NOBODY: N_("Nobody has signed this file, and it is no record of ours."),
    Cause.NO_PDF: N_("This is no PDF file. Ask for the record again."),
    Cause.DAMAGED: N_("The file is damaged or stops short. Ask for the record again. ({what})"),
    Cause.TOO_LARGE: N_("It is larger than any record (64 MiB)."),
    Cause.CLOSED: N_("The file cannot be opened: {what}."),
    Cause.STOPPED: N_("The check of this file came to no end, so nothing is known of it."),
}

_IN_SHORT = {
    Cause.SIGNED_BYTES: N_("its bytes differ"),
    Cause.AFTERWARDS: N_("added to or altered"),
    Cause.CONTAINER: N_("a signature differs"),
    Cause.BAD_SIGNATURE: N_("the signature does not fit"),
    Cause.BAD_TIME_STAMP: N_("a time stamp does not hold"),
    Cause.NOT_OURS: N_("no record of ours"),
    Cause.OTHER_SIGNER: N_("signed by another than it names"),
    Cause.REVOKED: N_("signed with a revoked certificate"),
    Cause.STRIPPED: N_("the signature was taken out"),
    Cause.LOOK_ALIKE: N_("only bears the council's name"),
    Cause.NOT_CHECKABLE: N_("the signature cannot be checked"),
    Cause.DRAFT: N_("a draft"),
    Cause.NOBODY: N_("no record of ours"),
    Cause.NO_PDF: N_("no PDF"),
    Cause.DAMAGED: N_("damaged or cut short"),
    Cause.TOO_LARGE: N_("too large"),
    Cause.CLOSED: N_("the file cannot be opened"),
    Cause.STOPPED: N_("the check came to no end"),
}


def why(cause: Cause, **facts: object) -> str:
    """The sentence for a cause; some need facts: ``count`` and ``expected``, or ``what``."""
    return _(_WHY[cause]).format(**facts)


def revoked_said(seen: SignatureSeen) -> str:
    """Whose certificate was revoked, as of when, and why."""
    assert seen.revoked is not None
    return _("{name}, as of {day} ({ground})").format(
        name=seen.signer, day=seen.revoked.since.date().isoformat(), ground=ground_label(seen.revoked.ground)
    )


def revoked_later(signatures: Sequence[SignatureSeen]) -> str:
    """What is added where a certificate was revoked after it had signed; empty where none was."""
    said = []
    for seen in (s for s in signatures if s.revoked is not None and s.counts):
        later = _("A certificate was revoked after it had signed, and the signature stands: {what}.")
        said.append(later.format(what=revoked_said(seen)))
        assert seen.revoked is not None
        if seen.revoked.ground is Ground.LOST_KEY and not seen.service_trusted:
            said.append(_("But its time is the signer's own word: ask the council whether it issued this record."))
    return " ".join(said)


def answers() -> tuple[tuple[Verdict, str], ...]:
    """The six verdicts, each with what it says of a file."""
    return (
        (Verdict.VALID, _("Signed, unchanged, by somebody of a council that you trust.")),
        (
            Verdict.VALID_UNTRUSTED,
            _("Signed and unchanged; you have yet to find out whether the council is the council."),
        ),
        (Verdict.CHANGED, _("Signed, and altered afterwards: you are told which pages, where it shows.")),
        (Verdict.INVALID, _("A signature is missing, does not fit, or is somebody else's.")),
        (Verdict.UNSIGNED, _("A draft, or no record: nobody vouches for it.")),
        (Verdict.UNREADABLE, _("No PDF, damaged, or made to do harm.")),
    )


def headline(check: RecordCheck) -> str:
    """The verdict in a few words; a seal that holds over pages or figures that do not follow is not called valid."""
    if check.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED) and not check.good:
        return _("Sealed, but it does not follow from its data")
    return verdict_label(check.verdict)


def in_short(check: RecordCheck) -> str:
    """What lies behind the verdict, in a few words; empty where the verdict says it all."""
    if check.cause is Cause.HALF_SIGNED:
        return _("{count} of {expected} signatures").format(
            count=len(check.signatures), expected=check.signatures_expected
        )
    if check.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED) and not check.good:
        return _("figures differ") if check.recomputed is Recomputed.DIFFERS else _("pages differ")
    if check.verdict is Verdict.CHANGED and check.pages:
        return ngettext("page {numbers}", "pages {numbers}", len(check.pages)).format(numbers=in_ranges(check.pages))
    return _(_IN_SHORT[check.cause]) if check.cause in _IN_SHORT else ""


def meaning(check: RecordCheck) -> str:
    """What it means, in a sentence or two."""
    if check.verdict is Verdict.CHANGED:
        return f"{_who_signed(check)} {_what_changed(check)}"
    if check.good or check.verdict not in (Verdict.VALID, Verdict.VALID_UNTRUSTED):
        return check.why
    if check.recomputed is Recomputed.DIFFERS:
        told = _(
            "The seal holds, but the figures in it do not follow from the data in it: whoever sealed it sealed both."
        )
    else:
        told = _(
            "The seal holds, but the pages are not those that the data in it make: a reader sees one thing and a "
            "program another. Whoever sealed it sealed both."
        )
    return told


def _who_signed(check: RecordCheck) -> str:
    count = len(check.signatures)
    if check.cause is Cause.SIGNED_BYTES:
        return ngettext(
            "It bears {count} signature, which no longer fits it.",
            "It bears {count} signatures, which no longer fit it.",
            count,
        ).format(count=count)
    return ngettext("{count} person signed this record.", "{count} people signed this record.", count).format(
        count=count
    )


def _what_changed(check: RecordCheck) -> str:
    if check.pages:
        said = ngettext(
            "Page {numbers} is no longer the page signed, so nobody vouches for this copy.",
            "Pages {numbers} are no longer the pages signed, so nobody vouches for this copy.",
            len(check.pages),
        )
        return said.format(numbers=in_ranges(check.pages))
    if check.relaid is Relaid.MATCHES:
        return _(
            "Afterwards the file was altered. Its pages still say what its data say; what was changed lies elsewhere "
            "in the file. Nobody vouches for this copy."
        )
    return _("Afterwards the file was altered, so nobody vouches for this copy.")


def in_ranges(pages: Sequence[int]) -> str:
    """Page numbers in order, those that follow one another drawn together: 1–3, 7."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and ranges[-1][-1] == page - 1:
            ranges[-1].append(page)
        else:
            ranges.append([page])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in ranges)


def next_steps(check: RecordCheck) -> tuple[str, ...]:
    """What to do now, in order."""
    sound = check.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED)
    return _DO[check.verdict](check) if check.good or not sound else _do_not_rely(check)


def _rely(_check: RecordCheck) -> tuple[str, ...]:
    return _("You can rely on this file."), _("Keep it as it is: saving it anew would break the seal.")


def _find_out(check: RecordCheck) -> tuple[str, ...]:
    council = next((s.root.called for s in check.signatures if s.root and not s.trusted), "")
    who = council or _("the council")
    return (
        _("Telephone {council}, on a number you found yourself, and have the fingerprint of its root certificate read "
          "to you, in words.").format(council=who),
        _("If the words are the same, trust that certificate here; every record under it is then valid."),
        _("Until then, rely on this file no more than on the way it reached you."),
    )  # fmt: skip


def _do_not_rely(check: RecordCheck) -> tuple[str, ...]:
    return (
        _("Do not rely on this copy, and do not delete it."),
        _("Ask the council for {record} again, and check that file here.").format(record=_record(check)),
        _("If that one is no better, tell the monitoring officer."),
    )


def _not_valid(check: RecordCheck) -> tuple[str, ...]:
    if check.cause is Cause.HALF_SIGNED:
        return (
            _("Rely on it only when everybody has signed."),
            _("If you are to sign it: countersign it, after reading its pages.")
            if check.awaits
            else _("Ask who has yet to sign."),
            _("If it was complete before, somebody took a signature back: ask the council for {record} again.").format(
                record=_record(check)
            ),
        )
    if check.cause is Cause.LOOK_ALIKE:
        return (
            _("Do not rely on this copy, and do not delete it."),
            _("Ask the council whether it has a new root certificate, and have its fingerprint read to you."),
            _("If it has not, somebody poses as the council: tell the monitoring officer."),
        )
    return _do_not_rely(check)


def _no_signature(check: RecordCheck) -> tuple[str, ...]:
    if check.cause is Cause.NOBODY:
        return (_("If it ought to be a record of a decision, ask the council for the signed one."),)
    return (
        _("Take it for a draft: nobody vouches for it."),
        _("Ask the council for {record}, signed.").format(record=_record(check)),
    )


def _not_read(check: RecordCheck) -> tuple[str, ...]:
    return {
        Cause.NO_PDF: (_("Choose the record itself: its name ends in .pdf."),),
        Cause.TOO_LARGE: (_("Ask the council for the record: it is a small file."),),
        Cause.CLOSED: (_("Close it in other programs, see that you may read it, and check it again."),),
    }.get(check.cause, (_("Ask for the file again; it may have been cut short on its way."),))


def _record(check: RecordCheck) -> str:
    return _("record {reference}").format(reference=check.reference) if check.reference else _("the record")


_DO = {
    Verdict.VALID: _rely,
    Verdict.VALID_UNTRUSTED: _find_out,
    Verdict.CHANGED: _do_not_rely,
    Verdict.INVALID: _not_valid,
    Verdict.UNSIGNED: _no_signature,
    Verdict.UNREADABLE: _not_read,
}
